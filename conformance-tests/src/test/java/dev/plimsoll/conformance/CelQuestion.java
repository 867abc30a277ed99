package dev.plimsoll.conformance;

import dev.plimsoll.cel.Activation;
import dev.plimsoll.cel.BudgetException;
import dev.plimsoll.cel.CelEnvironment;
import dev.plimsoll.cel.CompileException;
import dev.plimsoll.cel.Declarations;
import dev.plimsoll.cel.EvaluationException;
import dev.plimsoll.cel.KubernetesVersion;
import dev.plimsoll.cel.Meter;
import dev.plimsoll.cel.NamedExpression;
import dev.plimsoll.cel.Type;
import dev.plimsoll.cel.Types;
import dev.plimsoll.cel.ValueJson;
import dev.plimsoll.document.JsonReader;
import dev.plimsoll.document.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One line that the oracle understands: an expression and what its variables mean.
 *
 * @param fields as the oracle's README describes them
 */
record CelQuestion(Map<?, ?> fields) {
  private static final List<String> VARIABLES =
      List.of("object", "oldObject", "request", "namespaceObject", "params");

  static CelQuestion parse(String line) {
    return new CelQuestion((Map<?, ?>) Objects.requireNonNull(value(line)));
  }

  /** Returns a JSON text as a value. */
  static @Nullable Object value(String json) {
    return JsonReader.read(new Source("line", json)).getFirst().root();
  }

  String expression() {
    return String.valueOf(fields.get("expr"));
  }

  /** Returns the minor version asked about. */
  int minor() {
    var version = fields.containsKey("kubernetes") ? fields.get("kubernetes") : "1.36";
    return Integer.parseInt(String.valueOf(version).substring("1.".length()));
  }

  /** Returns our answer as the oracle would write it. */
  @Nullable Object answer() {
    var meter = new Meter();
    var version = new KubernetesVersion(minor());
    var environment =
        Boolean.TRUE.equals(fields.get("new"))
            ? CelEnvironment.forNew(version)
            : CelEnvironment.stored(version);
    Map<String, Object> answer = new LinkedHashMap<>();
    try {
      var variables = variables(environment);
      var expression = environment.compile(expression(), declarations(variables));
      var value = expression.evaluate(activation().withVariables(variables), meter);
      answer.put("value", value(ValueJson.of(value)));
      answer.put("type", Types.nameOf(value));
      answer.put("cost", meter.cost());
    } catch (CompileException e) {
      return error(e.text(), "compile", 0);
    } catch (EvaluationException e) {
      return error(e.text(), "evaluate", meter.cost());
    } catch (BudgetException e) {
      return error(e.text(), "evaluate", meter.cost());
    }
    return answer;
  }

  private static Map<String, Object> error(String text, String phase, long cost) {
    return Map.of("error", text, "phase", phase, "cost", cost);
  }

  private Activation activation() {
    var values = new HashMap<String, @Nullable Object>();
    VARIABLES.forEach(name -> values.put(name, fields.get(name)));
    return Activation.of(values);
  }

  private static Declarations declarations(List<NamedExpression> variables) {
    var types = new LinkedHashMap<String, Type>();
    variables.forEach(variable -> types.put(variable.name(), variable.type()));
    return Declarations.admission().withParams().withVariables(types);
  }

  private List<NamedExpression> variables(CelEnvironment environment) {
    var compiled = new ArrayList<NamedExpression>();
    if (fields.get("variables") instanceof Map<?, ?> byName) {
      byName.forEach((name, source) -> compiled.add(compile(environment, compiled, name, source)));
    } else if (fields.get("variables") instanceof List<?> list) {
      for (var entry : list) {
        if (entry instanceof Map<?, ?> variable) {
          var source = variable.get("expression");
          compiled.add(compile(environment, compiled, variable.get("name"), source));
        }
      }
    }
    return compiled;
  }

  private static NamedExpression compile(
      CelEnvironment environment,
      List<NamedExpression> earlier,
      @Nullable Object name,
      @Nullable Object source) {
    try {
      return NamedExpression.of(
          String.valueOf(name),
          environment.compile(String.valueOf(source), declarations(earlier)));
    } catch (CompileException e) {
      return NamedExpression.broken(String.valueOf(name), String.valueOf(e.getMessage()));
    }
  }
}
