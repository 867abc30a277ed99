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

/** Asks the API server's code and ours what is wrong with broken policies. */
final class PolicyCheckParity {
  private PolicyCheckParity() {}

  static List<String> problems(Map<String, ?> policy) {
    var result = PolicyReader.read(policy);
    var environment = CelEnvironment.forNew(KubernetesVersion.LATEST);
    var all = new ArrayList<>(result.errors());
    all.addAll(ExpressionCheck.check(result.policy(), environment::compile));
    return all.stream().map(FieldError::toString).sorted().toList();
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    long count = Long.parseLong(arguments[0]);
    long first = Long.parseLong(arguments[1]);
    int disagreements = 0;
    try (var oracle = Oracle.start().orElseThrow()) {
      for (long seed = first; seed < first + count; seed++) {
        var policy = RandomPolicyFault.of(seed);
        var text = oracle.ask(ValueJson.of(Map.of("policy", policy)));
        var answer = PolicyQuestion.map(PolicyQuestion.json(text));
        if (!(answer.get("errors") instanceof List<?> errors)) {
          System.out.println(seed + " " + text);
          continue;
        }
        var theirs = errors.stream().map(String::valueOf).sorted().toList();
        var ours = problems(policy);
        if (!theirs.equals(ours)) {
          disagreements++;
          var missing = new ArrayList<>(theirs);
          ours.forEach(missing::remove);
          var more = new ArrayList<>(ours);
          theirs.forEach(more::remove);
          Files.writeString(
              Path.of(arguments[2]).resolve(seed + ".check"),
              ValueJson.of(policy) + "\nMISSING " + missing + "\nMORE    " + more + "\n");
        }
      }
    }
    System.out.println(count + " policies, " + disagreements + " disagreements");
  }
}
