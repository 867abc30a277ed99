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
import dev.plimsoll.cel.functions.Authorizer;
import dev.plimsoll.cel.functions.Authorizer.User;
import dev.plimsoll.cel.functions.AuthorizerValues.AuthorizerValue;
import dev.plimsoll.cel.functions.AuthorizerValues.ResourceCheck;
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

  /** Returns what tells this question from others: the expression, and the environment if named. */
  String name() {
    var version = fields.containsKey("kubernetes") ? " @" + fields.get("kubernetes") : "";
    var mode = fields.containsKey("new") ? " new=" + fields.get("new") : "";
    return ValueJson.of(expression()) + version + mode;
  }

  private Activation activation() {
    var values = new HashMap<String, @Nullable Object>();
    VARIABLES.forEach(name -> values.put(name, fields.get(name)));
    var request = fields.get("request") instanceof Map<?, ?> map ? map : Map.of();
    var authorizer = new AuthorizerValue(user(request), decisions());
    values.put("authorizer", authorizer);
    values.put("authorizer.requestResource", requestResource(authorizer, request));
    return Activation.of(values);
  }

  private Authorizer decisions() {
    var decisions = new ArrayList<Map<String, @Nullable Object>>();
    if (fields.get("authorizer") instanceof List<?> list) {
      for (var entry : list) {
        var decision = new HashMap<String, @Nullable Object>();
        if (entry instanceof Map<?, ?> map) {
          map.forEach((key, value) -> decision.put(String.valueOf(key), value));
        }
        decisions.add(decision);
      }
    }
    return new ListedDecisions(decisions);
  }

  private static User user(Map<?, ?> request) {
    var info = request.get("userInfo") instanceof Map<?, ?> map ? map : Map.of();
    var groups = new ArrayList<String>();
    if (info.get("groups") instanceof List<?> list) {
      list.forEach(group -> groups.add(String.valueOf(group)));
    }
    return new User(text(info, "username"), groups);
  }

  private static ResourceCheck requestResource(AuthorizerValue authorizer, Map<?, ?> request) {
    var resource = request.get("resource") instanceof Map<?, ?> map ? map : Map.of();
    return authorizer.requestResource(
        text(resource, "group"),
        text(resource, "resource"),
        text(request, "subResource"),
        text(request, "namespace"),
        text(request, "name"));
  }

  private static String text(Map<?, ?> map, String field) {
    return map.get(field) instanceof String text ? text : "";
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
          String.valueOf(name), environment.compile(String.valueOf(source), declarations(earlier)));
    } catch (CompileException e) {
      return NamedExpression.broken(String.valueOf(name), String.valueOf(e.getMessage()));
    }
  }
}
