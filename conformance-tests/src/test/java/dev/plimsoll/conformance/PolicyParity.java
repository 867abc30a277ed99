package dev.plimsoll.conformance;

import dev.plimsoll.cel.ValueJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts made-up questions about policies to the API server's own code and to ours. As a program it
 * takes the number of questions, the first seed, and a folder in which it leaves every
 * disagreement.
 */
final class PolicyParity {
  private PolicyParity() {}

  /** What was asked, and what was answered otherwise; all JSON. */
  record Disagreement(long seed, String question, String theirs, String ours) {
    @Override
    public String toString() {
      return "seed %d%n%s%nTHEIRS %s%nOURS   %s%n".formatted(seed, question, theirs, ours);
    }
  }

  /** Asks one question for each seed. */
  static List<Disagreement> disagreements(Oracle oracle, long first, long count)
      throws IOException {
    var found = new ArrayList<Disagreement>();
    for (long seed = first; seed < first + count; seed++) {
      var question = ValueJson.of(RandomReview.of(seed).fields());
      disagreement(seed, question, oracle.ask(question)).ifPresent(found::add);
    }
    return found;
  }

  /** Compares their answer with ours. */
  static Optional<Disagreement> disagreement(long seed, String question, String answer) {
    var theirs = ValueJson.of(PolicyQuestion.json(answer));
    var ours = ValueJson.of(ours(question));
    return theirs.equals(ours)
        ? Optional.empty()
        : Optional.of(new Disagreement(seed, question, theirs, ours));
  }

  private static Map<String, @Nullable Object> ours(String question) {
    try {
      return PolicyQuestion.parse(question).answer();
    } catch (RuntimeException e) {
      return Map.of("thrown", String.valueOf(e));
    }
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    long count = Long.parseLong(arguments[0]);
    long first = Long.parseLong(arguments[1]);
    var folder = Path.of(arguments[2]);
    try (var oracle = Oracle.start().orElseThrow()) {
      var found = disagreements(oracle, first, count);
      for (var disagreement : found) {
        Files.writeString(folder.resolve(disagreement.seed() + ".txt"), disagreement.toString());
      }
      System.out.printf(
          "%d reviews from seed %d: %d disagreements with kube-apiserver's code%n",
          count, first, found.size());
    }
  }
}
