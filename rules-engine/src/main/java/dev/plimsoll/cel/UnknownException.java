package dev.plimsoll.cel;

/**
 * An expression whose value depends on something that is not known here, for instance what an
 * authorizer would decide. Unlike an {@link EvaluationException} it is never absorbed by the other
 * side of {@code &&} or {@code ||}: the whole evaluation ends with it, and the expression counts as
 * not checked. Its message says what is not known.
 */
public final class UnknownException extends RuntimeException {
  public UnknownException(String message) {
    super(message, null, false, false);
  }

  public String text() {
    return String.valueOf(getMessage());
  }
}
