package dev.plimsoll.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plimsoll.cel.ValueJson;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Made-up expressions, answered by us and by the API server's own code: {@code -Dcel.cases=100000}
 * for many, {@code -Dcel.seed=7} for others. What differs is made short, and written to
 * target/cel-parity.txt.
 */
class CelParityTest {
  private static final int MOST_SHOWN = 50;

  @Test
  void answersAsTheApiServer() throws Exception {
    int cases = Integer.getInteger("cel.cases", 2_000);
    long seed = Long.getLong("cel.seed", 1);
    var started = Oracle.start();
    assumeTrue(started.isPresent(), "install Go, and this test asks the API server's own code");
    var found = new ArrayList<String>();
    try (var oracle = started.get()) {
      for (int i = 0; i < cases; i++) {
        // Each case has its own seed, so that one can be repeated alone.
        var expression = new RandomCel(new Random(seed * 1_000_003 + i)).expression();
        if (differs(oracle, expression) && found.size() < MOST_SHOWN) {
          found.add(shown(oracle, shortest(oracle, expression)));
        }
      }
    }
    report(cases, seed, found);
    assertThat(found).isEmpty();
  }

  private static void report(int cases, long seed, List<String> found) throws IOException {
    var file = Repository.ROOT.resolve("conformance-tests/target/cel-parity.txt");
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(
        file,
        "%d cases, %d disagreements, seed %d, Kubernetes 1.36%n%s%n"
            .formatted(cases, found.size(), seed, String.join("\n", found)));
  }

  private static String shortest(Oracle oracle, String expression) throws IOException {
    for (var shorter : RandomCel.shorter(expression)) {
      if (differs(oracle, shorter)) {
        return shortest(oracle, shorter);
      }
    }
    return expression;
  }

  private static String shown(Oracle oracle, String expression) throws IOException {
    return expression
        + "\n  API server: "
        + theirs(oracle, expression)
        + "\n  Plimsoll:   "
        + ours(expression);
  }

  private static boolean differs(Oracle oracle, String expression) throws IOException {
    var theirs = theirs(oracle, expression);
    // Where the API server itself panics there is nothing to agree with.
    boolean usable = theirs instanceof Map<?, ?> answer && !answer.containsKey("unusable");
    return usable && !Objects.equals(theirs, ours(expression));
  }

  private static Object theirs(Oracle oracle, String expression) throws IOException {
    var line = "{\"expr\":" + ValueJson.of(expression) + ",\"object\":" + RandomCel.OBJECT + "}";
    return Objects.requireNonNull(CelQuestion.value(oracle.ask(line)));
  }

  private static Object ours(String expression) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("expr", expression);
    fields.put("object", Objects.requireNonNull(CelQuestion.value(RandomCel.OBJECT)));
    return Objects.requireNonNull(new CelQuestion(fields).answer());
  }
}
