package dev.plimsoll.cel;

import org.jspecify.annotations.Nullable;

/**
 * A policy's variable.
 *
 * @param name the name behind {@code variables.}
 * @param expression what it means; null if it doesn't compile
 * @param problem why it doesn't compile, as the API server says it; empty otherwise
 */
public record NamedExpression(String name, @Nullable Expression expression, String problem) {

  public static NamedExpression of(String name, Expression expression) {
    return new NamedExpression(name, expression, "");
  }

  public static NamedExpression broken(String name, String problem) {
    return new NamedExpression(name, null, problem);
  }

  /** The type that other expressions see: what cannot be declared, or compiled, is dyn. */
  public Type type() {
    return expression == null ? Type.DYN : Declarations.asVariable(expression.type());
  }
}
