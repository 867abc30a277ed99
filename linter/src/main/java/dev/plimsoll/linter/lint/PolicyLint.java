package dev.plimsoll.linter.lint;

import dev.plimsoll.cel.CelEnvironment;
import dev.plimsoll.cel.KubernetesVersion;
import dev.plimsoll.linter.rules.BuiltInRules;
import dev.plimsoll.linter.rules.Severity;
import dev.plimsoll.linter.source.Manifest;
import dev.plimsoll.policy.BindingReader;
import dev.plimsoll.policy.ExpressionCheck;
import dev.plimsoll.policy.FieldError;
import dev.plimsoll.policy.PolicyReader;
import java.util.ArrayList;
import java.util.List;

/** Finds what the API server would refuse in a policy or binding. */
final class PolicyLint {

  private PolicyLint() {}

  static List<Finding> problems(Manifest manifest) {
    if (!manifest.kind().startsWith("ValidatingAdmissionPolicy")) {
      return List.of();
    }
    var errors = new ArrayList<FieldError>();
    if (PolicyReader.reads(manifest.object())) {
      var read = PolicyReader.read(manifest.object());
      errors.addAll(read.errors());
      errors.addAll(
          ExpressionCheck.check(
              read.policy(), CelEnvironment.forNew(KubernetesVersion.LATEST)::compile));
    } else if (BindingReader.reads(manifest.object())) {
      errors.addAll(BindingReader.read(manifest.object()).errors());
    }
    return errors.stream()
        .map(
            error ->
                Places.at(
                    manifest,
                    BuiltInRules.INVALID_POLICY,
                    Severity.ERROR,
                    error.message(),
                    error.path(),
                    List.of()))
        .toList();
  }
}
