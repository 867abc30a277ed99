package dev.plimsoll.conformance;

import dev.plimsoll.cel.CelEnvironment;
import dev.plimsoll.cel.KubernetesVersion;
import dev.plimsoll.cel.ValueJson;
import dev.plimsoll.policy.ExpressionCheck;
import dev.plimsoll.policy.FieldError;
import dev.plimsoll.policy.PolicyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Asks the API server's own code and ours what is wrong with broken policies. As a program it takes
 * the number of policies, the first seed, and a folder in which it leaves every disagreement.
 */
final class PolicyCheckParity {
  private PolicyCheckParity() {}

  /** What only one of the two says about a policy. */
  record Disagreement(long seed, String policy, List<String> onlyTheirs, List<String> onlyOurs) {}

  /** Asks about one policy for each seed. */
  static List<Disagreement> disagreements(Oracle oracle, long first, long count)
      throws IOException {
    var found = new ArrayList<Disagreement>();
    for (long seed = first; seed < first + count; seed++) {
      var policy = RandomPolicyFault.of(seed);
      var answer = oracle.ask(ValueJson.of(Map.of("policy", policy)));
      var theirs = new ArrayList<String>();
      if (PolicyQuestion.map(PolicyQuestion.json(answer)).get("errors") instanceof List<?> errors) {
        errors.forEach(error -> theirs.add(String.valueOf(error)));
      } else {
        theirs.add(answer);
      }
      var ours = problems(policy);
      var onlyOurs = without(ours, theirs);
      var onlyTheirs = without(theirs, ours);
      if (!onlyOurs.isEmpty() || !onlyTheirs.isEmpty()) {
        found.add(new Disagreement(seed, ValueJson.of(policy), onlyTheirs, onlyOurs));
      }
    }
    return found;
  }

  /** Returns what we say, in any order. */
  private static List<String> problems(Map<String, ?> policy) {
    var result = PolicyReader.read(policy);
    var environment = CelEnvironment.forNew(KubernetesVersion.LATEST);
    var all = new ArrayList<>(result.errors());
    all.addAll(ExpressionCheck.check(result.policy(), environment::compile));
    return all.stream().map(FieldError::toString).toList();
  }

  private static List<String> without(List<String> texts, List<String> others) {
    var rest = new ArrayList<>(texts);
    others.forEach(rest::remove);
    return rest;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    long count = Long.parseLong(arguments[0]);
    long first = Long.parseLong(arguments[1]);
    var folder = Path.of(arguments[2]);
    try (var oracle = Oracle.start().orElseThrow()) {
      var found = disagreements(oracle, first, count);
      for (var disagreement : found) {
        Files.writeString(folder.resolve(disagreement.seed() + ".check"), disagreement.toString());
      }
      System.out.printf(
          "%d broken policies from seed %d: %d disagreements with kube-apiserver's code%n",
          count, first, found.size());
    }
  }
}
