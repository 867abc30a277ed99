package dev.plimsoll.conformance;

import dev.plimsoll.cel.ValueJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts made-up questions about policies to the API server's code and to ours. */
final class PolicyParity {
  private PolicyParity() {}

  /** A question answered in two ways; the answers are JSON texts with sorted keys. */
  record Disagreement(long seed, String question, String theirs, String ours) {}

  /** Arguments: the number of questions, and the seed of the first. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    long count = Long.parseLong(arguments[0]);
    long first = Long.parseLong(arguments[1]);
    var folder = Path.of(arguments[2]);
    int disagreements = 0;
    var kinds = new TreeMap<String, Integer>();
    try (var oracle = Oracle.start().orElseThrow()) {
      for (long seed = first; seed < first + count; seed++) {
        var question = ValueJson.of(RandomReview.of(seed).fields());
        var theirs = PolicyQuestion.map(PolicyQuestion.json(oracle.ask(question)));
        var ours = answer(question);
        kinds.merge(theirs.get("code") + " " + size(theirs.get("decisions")), 1, Integer::sum);
        if (!ValueJson.of(theirs).equals(ValueJson.of(ours))) {
          disagreements++;
          Files.writeString(
              folder.resolve(seed + ".txt"),
              question
                  + "\nTHEIRS "
                  + ValueJson.of(theirs)
                  + "\nOURS   "
                  + ValueJson.of(ours)
                  + "\n");
        }
      }
    }
    System.out.println(count + " questions, " + disagreements + " disagreements " + kinds);
  }

  private static String size(@Nullable Object decisions) {
    return decisions instanceof java.util.List<?> list && !list.isEmpty() ? "judged" : "unjudged";
  }

  private static Map<String, @Nullable Object> answer(String question) {
    try {
      return PolicyQuestion.parse(question).answer();
    } catch (RuntimeException e) {
      return Map.of("thrown", String.valueOf(e));
    }
  }
}
