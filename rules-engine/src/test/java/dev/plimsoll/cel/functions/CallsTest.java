package dev.plimsoll.cel.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.cel.Activation;
import dev.plimsoll.cel.BudgetException;
import dev.plimsoll.cel.CelEnvironment;
import dev.plimsoll.cel.CompileException;
import dev.plimsoll.cel.Declarations;
import dev.plimsoll.cel.EvaluationException;
import dev.plimsoll.cel.Expression;
import dev.plimsoll.cel.KubernetesVersion;
import dev.plimsoll.cel.Meter;
import dev.plimsoll.cel.Types;
import dev.plimsoll.cel.ValueJson;
import dev.plimsoll.document.DocumentReader;
import dev.plimsoll.document.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Calls of every function with good and odd arguments, against what the API server's own code says:
 * value, type, cost or error. The cases are in calls.jsonl, as conformance-tests/oracle answered
 * them.
 */
class CallsTest {
  private static final CelEnvironment ENVIRONMENT = CelEnvironment.stored(KubernetesVersion.LATEST);

  private static final Map<String, Expression> COMPILED = new HashMap<>();

  @Test
  void functionsDoWhatTheApiServersDo() throws Exception {
    var differences = new ArrayList<String>();
    var cases = cases();
    for (var call : cases) {
      var expected = normal(call.get("expect"));
      var source = String.valueOf(call.get("expr"));
      var found = normal(answer(source, call.get("object")));
      if (!expected.equals(found)) {
        differences.add(call.get("expr") + " of " + call.get("object") + " is " + found);
      }
    }
    assertThat(cases).hasSizeGreaterThan(1000);
    assertThat(differences).isEmpty();
  }

  @SuppressWarnings("unchecked") // each line is an object
  private static List<Map<String, @Nullable Object>> cases() throws IOException {
    try (var lines = CallsTest.class.getResourceAsStream("calls.jsonl")) {
      var text = new String(Objects.requireNonNull(lines).readAllBytes(), StandardCharsets.UTF_8);
      return read(text).stream().map(line -> (Map<String, @Nullable Object>) line).toList();
    }
  }

  private static List<@Nullable Object> read(String json) {
    return DocumentReader.read(new Source("calls.json", json)).stream()
        .<@Nullable Object>map(document -> document.root())
        .toList();
  }

  private static Map<String, @Nullable Object> answer(String source, @Nullable Object object)
      throws CompileException {
    var expression = COMPILED.get(source);
    if (expression == null) {
      expression = ENVIRONMENT.compile(source, Declarations.admission());
      COMPILED.put(source, expression);
    }
    var meter = new Meter();
    try {
      var value =
          expression.evaluate(Activation.of(Collections.singletonMap("object", object)), meter);
      var json = read("{\"value\":" + ValueJson.of(value) + "}").getFirst();
      var answer = new HashMap<String, @Nullable Object>();
      Objects.requireNonNull((Map<?, ?>) json)
          .forEach((key, plain) -> answer.put((String) key, plain));
      answer.put("type", Types.nameOf(value));
      answer.put("cost", meter.cost());
      return answer;
    } catch (EvaluationException | BudgetException e) {
      return Map.of(
          "error", String.valueOf(e.getMessage()), "phase", "evaluate", "cost", meter.cost());
    }
  }

  /** Makes equal numbers equal, whether they are written with a fraction or not. */
  private static Object normal(@Nullable Object json) {
    return switch (json) {
      case null -> "null";
      case Number number -> number.doubleValue();
      case List<?> list -> list.stream().map(CallsTest::normal).toList();
      case Map<?, ?> map -> {
        var normal = new HashMap<Object, Object>();
        map.forEach((key, value) -> normal.put(key, normal(value)));
        yield normal;
      }
      default -> json;
    };
  }
}
