package dev.plimsoll.webhook;

import dev.plimsoll.cel.CelEnvironment;
import dev.plimsoll.cel.KubernetesVersion;
import dev.plimsoll.certs.Arguments.UsageException;
import dev.plimsoll.policy.PolicySet;
import dev.plimsoll.review.FileCluster;
import dev.plimsoll.review.Reviewer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Loads what a server judges by. */
final class Rules {

  private Rules() {}

  /**
   * Loads and compiles policies.
   *
   * @param profile the shipped rules in force; empty for none
   * @param paths files and folders with more
   * @throws UsageException with all that is wrong with them
   */
  static ReviewingJudge load(Optional<String> profile, List<Path> paths) throws UsageException {
    var files = new PolicyFiles();
    paths.forEach(files::read);
    files.bindTheUnbound();
    if (profile.isPresent()) {
      readShipped(profile.get(), files);
    }
    if (!files.problems.isEmpty()) {
      throw new UsageException(String.join("\n", files.problems));
    }
    var environment = CelEnvironment.stored(KubernetesVersion.LATEST);
    var policies = PolicySet.of(files.policies, files.bindings, environment::compile);
    policies.policies().forEach(policy -> policy.compiled());
    return new ReviewingJudge(new Reviewer(policies), FileCluster.whole(files.objects));
  }

  private static void readShipped(String profile, PolicyFiles files) {
    var folder = Path.of(System.getProperty("plimsoll.home", "."), "policies");
    var bindings = folder.resolve("profiles").resolve(profile + ".yaml");
    if (!profile.matches("[a-z0-9-]+") || !Files.exists(bindings)) {
      files.problems.add("--profile '" + profile + "' is not shipped with Plimsoll");
      return;
    }
    files.read(bindings);
    files.readPolicies(folder);
  }
}
