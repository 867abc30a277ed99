package dev.plimsoll.review;

import dev.plimsoll.cel.Activation;
import dev.plimsoll.cel.BudgetException;
import dev.plimsoll.cel.EvaluationException;
import dev.plimsoll.cel.Expression;
import dev.plimsoll.cel.Meter;
import dev.plimsoll.policy.Compiled;
import org.jspecify.annotations.Nullable;

/** Expressions evaluated one after another, with one activation and one budget. */
final class Batch {
  /** What all validations of a policy may cost, under one binding with one param. */
  static final long VALIDATIONS = 10_000_000;

  /** What all match conditions may cost. */
  static final long MATCH_CONDITIONS = 2_500_000;

  private final Activation activation;
  private final long deadline;
  private long remaining;

  Batch(Activation activation, long budget, long deadline) {
    this.activation = activation;
    this.remaining = budget;
    this.deadline = deadline;
  }

  /** The budget of a batch is spent: nothing more is evaluated, and what was doesn't count. */
  static final class SpentException extends Exception {
    SpentException() {
      super(
          "validation failed due to running out of cost budget, no further validation rules will be"
              + " run",
          null,
          false,
          false);
    }

    String text() {
      return String.valueOf(getMessage());
    }
  }

  Activation activation() {
    return activation;
  }

  long remaining() {
    return remaining;
  }

  /**
   * Returns an expression's value.
   *
   * @throws EvaluationException if it has none, with the validator's text
   */
  @Nullable Object evaluate(Compiled compiled) throws SpentException {
    return switch (compiled) {
      case Compiled.Broken(_, var problem) ->
          throw new EvaluationException("compilation error: " + problem);
      case Compiled.Ready(var expression) -> evaluate(expression);
    };
  }

  private @Nullable Object evaluate(Expression expression) throws SpentException {
    var meter = new Meter(Meter.PER_CALL_LIMIT, deadline);
    Object value = null;
    String problem = null;
    try {
      value = expression.evaluate(activation, meter);
    } catch (EvaluationException e) {
      problem = e.text();
    } catch (BudgetException e) {
      problem = e.text();
    }
    remaining -= meter.cost();
    if (remaining < 0) {
      throw new SpentException();
    }
    if (problem != null) {
      throw new EvaluationException(
          "expression '" + expression.source() + "' resulted in error: " + problem);
    }
    return value;
  }
}
