package dev.plimsoll.policy;

import dev.plimsoll.cel.Expression;

/** An expression of a policy, as far as it could be compiled. */
public sealed interface Compiled {

  String source();

  /** An expression to evaluate. */
  record Ready(Expression expression) implements Compiled {
    @Override
    public String source() {
      return expression.source();
    }
  }

  /**
   * An expression that doesn't compile.
   *
   * @param problem the API server's text, such as {@code must evaluate to bool but got int}
   */
  record Broken(String source, String problem) implements Compiled {}
}
