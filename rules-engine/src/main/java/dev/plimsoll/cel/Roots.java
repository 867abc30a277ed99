package dev.plimsoll.cel;

import org.jspecify.annotations.Nullable;

/** Where attributes begin. Roots cost nothing themselves: the attribute is charged. */
final class Roots {
  private Roots() {}

  /** A variable of the activation. */
  static final class Global extends Step {
    private final String name;

    Global(String name) {
      this.name = name.intern();
    }

    @Override
    @Nullable Object evaluate(Frame frame) {
      var value = frame.activation.lookup(name);
      if (value == Activation.ABSENT) {
        throw new EvaluationException("no such attribute(s): " + name);
      }
      return value;
    }
  }

  /** The policy's own variables. */
  static final class Variables extends Step {
    @Override
    Object evaluate(Frame frame) {
      return new PolicyVariables(frame.activation, frame.meter);
    }
  }

  /** An element that a comprehension is at. */
  static final class Local extends Step {
    private final int slot;

    Local(int slot) {
      this.slot = slot;
    }

    @Override
    @Nullable Object evaluate(Frame frame) {
      return frame.slots[slot];
    }
  }

  /** What a comprehension made so far: it may have failed, or wait to be needed. */
  static final class Accumulator extends Step {
    private final int slot;

    Accumulator(int slot) {
      this.slot = slot;
    }

    @Override
    @Nullable Object evaluate(Frame frame) {
      var value = frame.slots[slot];
      if (value instanceof Step pending) {
        value = attempt(pending, frame);
        frame.slots[slot] = value;
      }
      if (value instanceof EvaluationException error) {
        throw error;
      }
      return value;
    }
  }

  /** Evaluates a step; its failure is a value like any other. */
  static @Nullable Object attempt(Step step, Frame frame) {
    try {
      return step.evaluate(frame);
    } catch (EvaluationException e) {
      return e;
    }
  }
}
