package dev.plimsoll.cel;

import org.jspecify.annotations.Nullable;

/**
 * An expression made into steps.
 *
 * @param slots how many variables of comprehensions are alive at once
 */
record Program(Step root, int slots) {

  /**
   * Plans an expression.
   *
   * @throws EvaluationException if a constant part has no value
   */
  static Program of(Expr root) {
    return new Planner().plan(root);
  }

  @Nullable Object evaluate(Activation activation, Meter meter) {
    return root.evaluate(new Frame(activation, meter, slots));
  }
}
