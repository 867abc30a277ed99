package dev.plimsoll.cel;

import org.jspecify.annotations.Nullable;

/**
 * A compiled part of an expression. Evaluating it charges the frame's meter what cel-go's cost
 * tracker counts for it.
 */
abstract class Step {

  /**
   * Returns the value.
   *
   * @throws EvaluationException if there is none
   */
  abstract @Nullable Object evaluate(Frame frame);

  /** Returns the value of a condition; one that is no bool has none. */
  boolean test(Frame frame) {
    return evaluate(frame) instanceof Boolean truth ? truth : notBool();
  }

  /** A part whose value is known beforehand, and which costs nothing. */
  static final class Constant extends Step {
    final @Nullable Object value;

    Constant(@Nullable Object value) {
      this.value = value;
    }

    @Override
    @Nullable Object evaluate(Frame frame) {
      return value;
    }
  }

  static boolean notBool() {
    throw EvaluationException.NO_SUCH_OVERLOAD;
  }
}
