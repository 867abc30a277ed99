package dev.plimsoll.linter.cli;

import dev.plimsoll.cel.Activation;
import dev.plimsoll.cel.BudgetException;
import dev.plimsoll.cel.CelEnvironment;
import dev.plimsoll.cel.CompileException;
import dev.plimsoll.cel.Declarations;
import dev.plimsoll.cel.EvaluationException;
import dev.plimsoll.cel.Expression;
import dev.plimsoll.cel.Meter;
import dev.plimsoll.cel.NamedExpression;
import dev.plimsoll.cel.Type;
import dev.plimsoll.cel.Types;
import dev.plimsoll.cel.UnknownException;
import dev.plimsoll.cel.ValueJson;
import dev.plimsoll.linter.report.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Evaluates single expressions and says what came of it in JSON. */
record Evaluation(CelEnvironment environment) {

  private static final List<String> VARIABLES =
      List.of("object", "oldObject", "request", "namespaceObject", "params");

  /** A line of JSON, and whether it tells of an error. */
  record Answer(String json, boolean failed) {}

  /**
   * Evaluates an expression.
   *
   * @param input what the variables are; {@code variables} maps names to more expressions
   */
  Answer evaluate(String source, Map<?, ? extends @Nullable Object> input) {
    var declarations = Declarations.admission().withParams();
    var variables = new ArrayList<NamedExpression>();
    var types = new LinkedHashMap<String, Type>();
    if (input.get("variables") instanceof Map<?, ?> named) {
      named.forEach(
          (name, text) -> {
            var own = declarations.withVariables(types);
            var variable = variable(own, String.valueOf(name), String.valueOf(text));
            variables.add(variable);
            types.put(variable.name(), variable.type());
          });
    }
    Expression expression;
    try {
      expression = environment.compile(source, declarations.withVariables(types));
    } catch (CompileException e) {
      return error(e.text(), "compile", 0);
    }
    var meter = new Meter();
    try {
      var value = expression.evaluate(activation(input, variables), meter);
      var type = JsonWriter.line(Types.nameOf(value));
      return new Answer(
          "{\"value\":%s,\"type\":%s,\"cost\":%d}"
              .formatted(ValueJson.of(value), type, meter.cost()),
          false);
    } catch (EvaluationException e) {
      return error(e.text(), "evaluate", meter.cost());
    } catch (BudgetException e) {
      return error(e.text(), "evaluate", meter.cost());
    } catch (UnknownException e) {
      return error(String.valueOf(e.getMessage()), "evaluate", meter.cost());
    }
  }

  private NamedExpression variable(Declarations declarations, String name, String source) {
    try {
      return NamedExpression.of(name, environment.compile(source, declarations));
    } catch (CompileException e) {
      return NamedExpression.broken(name, e.text());
    }
  }

  private static Activation activation(
      Map<?, ? extends @Nullable Object> input, List<NamedExpression> variables) {
    var values = new LinkedHashMap<String, @Nullable Object>();
    VARIABLES.forEach(name -> values.put(name, input.get(name)));
    return Activation.of(values).withVariables(variables);
  }

  private static Answer error(String message, String phase, long cost) {
    var text = JsonWriter.line(message);
    return new Answer(
        "{\"error\":%s,\"phase\":\"%s\",\"cost\":%d}".formatted(text, phase, cost), true);
  }
}
