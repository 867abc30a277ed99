package dev.plimsoll.cel;

/**
 * An expression that has no value, for instance because a field is missing. Its message is
 * cel-go's.
 */
public final class EvaluationException extends RuntimeException {
  /** What cel-go says of operands that an operator or function doesn't take. */
  public static final EvaluationException NO_SUCH_OVERLOAD =
      new EvaluationException("no such overload");

  public EvaluationException(String message) {
    super(message, null, false, false);
  }

  public String text() {
    return String.valueOf(getMessage());
  }
}
