package dev.plimsoll.cel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A compiled expression: immutable, and safe for use by many threads at once.
 *
 * <p>It is made by {@link CelEnvironment#compile}, or from its stored parts by {@link #of}, which
 * needs neither parser nor checker.
 */
public final class Expression {
  private final String source;
  private final Expr root;
  private final Type type;
  private final Program program;

  private Expression(String source, Expr root, Type type, Program program) {
    this.source = source;
    this.root = root;
    this.type = type;
    this.program = program;
  }

  /**
   * Makes an expression of its parts.
   *
   * @throws EvaluationException if a constant part has no value
   */
  public static Expression of(String source, Expr root, Type type) {
    return new Expression(source, root, type, Program.of(root));
  }

  public String source() {
    return source;
  }

  public Expr root() {
    return root;
  }

  public Type type() {
    return type;
  }

  /**
   * Evaluates the expression.
   *
   * @throws EvaluationException if it has no value, for instance because a field is missing
   * @throws BudgetException if it was stopped at the meter's limit or deadline
   * @throws UnknownException if it depends on what is not known here
   */
  public @Nullable Object evaluate(Activation activation, Meter meter) {
    return program.evaluate(activation, meter);
  }

  /**
   * Explains why the expression is false, or where it failed.
   *
   * @return one evidence for each list element it is false for, in document order; at least one
   */
  public List<Evidence> explain(Activation activation) {
    return Explanation.of(root, activation);
  }

  @Override
  public String toString() {
    return source;
  }
}
