package dev.plimsoll.cel;

import org.jspecify.annotations.Nullable;

/** The logical operators, which a failing side doesn't fail if the other one decides. */
final class Logic {
  private Logic() {}

  /** {@code left && right}, or {@code left || right} where true decides. */
  static final class Connective extends Step {
    private final Step left;
    private final Step right;
    private final boolean deciding;

    Connective(Step left, Step right, boolean deciding) {
      this.left = left;
      this.right = right;
      this.deciding = deciding;
    }

    @Override
    Object evaluate(Frame frame) {
      return test(frame);
    }

    @Override
    boolean test(Frame frame) {
      boolean first;
      try {
        first = left.test(frame);
      } catch (EvaluationException e) {
        return absorb(frame, e);
      }
      return first == deciding ? deciding : right.test(frame);
    }

    private boolean absorb(Frame frame, EvaluationException error) {
      boolean second;
      try {
        second = right.test(frame);
      } catch (EvaluationException later) {
        throw error;
      }
      if (second == deciding) {
        return deciding;
      }
      throw error;
    }
  }

  /** {@code !operand}. */
  static final class Not extends Step {
    private final Step operand;

    Not(Step operand) {
      this.operand = operand;
    }

    @Override
    Object evaluate(Frame frame) {
      return test(frame);
    }

    @Override
    boolean test(Frame frame) {
      boolean inside;
      try {
        inside = operand.test(frame);
      } catch (EvaluationException e) {
        frame.meter.step(1);
        throw e;
      }
      frame.meter.step(1);
      return !inside;
    }
  }

  /** The macros' own way to go on after a failure: false only where the operand is. */
  static final class NotStrictlyFalse extends Step {
    private final Step operand;

    NotStrictlyFalse(Step operand) {
      this.operand = operand;
    }

    @Override
    Object evaluate(Frame frame) {
      Object value = Roots.attempt(operand, frame);
      frame.meter.step(1);
      return !Boolean.FALSE.equals(value);
    }
  }

  /** {@code has(path.field)}. */
  static final class Has extends Step {
    private final Attribute path;

    Has(Attribute path) {
      this.path = path;
    }

    @Override
    Object evaluate(Frame frame) {
      return path.has(frame);
    }

    @Override
    boolean test(Frame frame) {
      return path.has(frame);
    }
  }

  /**
   * {@code optional.or(alternative)} or {@code optional.orValue(alternative)}. What is no optional
   * is left as it is.
   */
  static final class Alternative extends Step {
    private final Step optional;
    private final Step alternative;
    private final boolean unwrapped;

    Alternative(Step optional, Step alternative, boolean unwrapped) {
      this.optional = optional;
      this.alternative = alternative;
      this.unwrapped = unwrapped;
    }

    @Override
    @Nullable Object evaluate(Frame frame) {
      var value = optional.evaluate(frame);
      if (!(value instanceof OptionalValue some)) {
        return value;
      }
      if (!some.present()) {
        return alternative.evaluate(frame);
      }
      return unwrapped ? some.value() : some;
    }
  }
}
