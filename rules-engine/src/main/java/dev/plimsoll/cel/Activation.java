package dev.plimsoll.cel;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the variables of an expression mean. A policy's own variables are evaluated when first
 * touched and remembered, errors too; so an activation serves one thread and one batch of
 * expressions, as in Kubernetes' ForInput.
 */
public final class Activation {
  /** Stands for a variable that is declared but has no value here. */
  static final Object ABSENT = new Object();

  private final String[] names;
  private final @Nullable Object[] values;
  private final Map<String, NamedExpression> variables;
  private final Map<String, @Nullable Object> evaluated = new HashMap<>();

  private Activation(
      String[] names, @Nullable Object[] values, Map<String, NamedExpression> variables) {
    this.names = names;
    this.values = values;
    this.variables = variables;
  }

  /** Makes an activation of values by the names of their variables. */
  public static Activation of(Map<String, ? extends @Nullable Object> values) {
    var names = new String[values.size()];
    var copies = new @Nullable Object[values.size()];
    int i = 0;
    for (var entry : values.entrySet()) {
      names[i] = entry.getKey().intern();
      copies[i++] = entry.getValue();
    }
    return new Activation(names, copies, Map.of());
  }

  /** Returns an activation with the same values and these variables, none of them evaluated yet. */
  public Activation withVariables(List<NamedExpression> expressions) {
    var byName = new LinkedHashMap<String, NamedExpression>();
    expressions.forEach(expression -> byName.put(expression.name(), expression));
    return withVariables(byName);
  }

  /** Does the same with variables by their names; the map must not change any more. */
  public Activation withVariables(Map<String, NamedExpression> byName) {
    return new Activation(names, values, byName);
  }

  /** Returns an activation in which a variable that has a value here has another. */
  public Activation with(String name, @Nullable Object value) {
    var copies = values.clone();
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(name)) {
        copies[i] = value;
      }
    }
    return new Activation(names, copies, variables);
  }

  /**
   * Returns the value of a variable, or {@link #ABSENT}.
   *
   * @param name an interned string
   */
  @SuppressWarnings("StringEquality")
  @Nullable Object lookup(String name) {
    for (int i = 0; i < names.length; i++) {
      if (names[i] == name) {
        return values[i];
      }
    }
    return ABSENT;
  }

  /** Tells whether a policy's variable of this name exists. */
  @Nullable NamedExpression variable(String name) {
    return variables.get(name);
  }

  Map<String, NamedExpression> variables() {
    return variables;
  }

  /**
   * Returns the value of a policy's variable, evaluating it if nobody has yet.
   *
   * @param meter charged for an evaluation
   * @throws EvaluationException if it has no value
   */
  @Nullable Object evaluateVariable(NamedExpression variable, Meter meter) {
    var name = variable.name();
    var known = evaluated.getOrDefault(name, ABSENT);
    if (known == ABSENT) {
      known = evaluate(variable, meter);
      evaluated.put(name, known);
    }
    if (known instanceof EvaluationException error) {
      throw error;
    }
    return known;
  }

  private @Nullable Object evaluate(NamedExpression variable, Meter meter) {
    var expression = variable.expression();
    if (expression == null) {
      return failure(variable, "compile", variable.problem());
    }
    var own = meter.forVariable();
    try {
      return expression.evaluate(this, own);
    } catch (EvaluationException e) {
      return failure(variable, "evaluate", e.text());
    } catch (BudgetException e) {
      return failure(variable, "evaluate", e.text());
    } finally {
      meter.addVariable(own);
    }
  }

  private static EvaluationException failure(NamedExpression variable, String verb, String why) {
    return new EvaluationException(
        "composited variable \"" + variable.name() + "\" fails to " + verb + ": " + why);
  }
}
