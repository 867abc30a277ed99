package dev.plimsoll.webhook;

import dev.plimsoll.cel.KubernetesVersion;
import dev.plimsoll.certs.Arguments.UsageException;
import dev.plimsoll.policy.BoundPolicy;
import dev.plimsoll.policy.PolicySet;
import dev.plimsoll.policy.store.ShippedPolicies;
import dev.plimsoll.review.FileCluster;
import dev.plimsoll.review.Reviewer;
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
    var shipped = ShippedPolicies.load();
    if (profile.isPresent()) {
      addShipped(shipped, profile.get(), files);
    }
    if (!files.problems.isEmpty()) {
      throw new UsageException(String.join("\n", files.problems));
    }
    var policies =
        PolicySet.of(
            files.policies,
            files.bindings,
            policy -> shipped.compiler(policy, KubernetesVersion.LATEST));
    policies.policies().forEach(BoundPolicy::compiled);
    return new ReviewingJudge(new Reviewer(policies), FileCluster.whole(files.objects));
  }

  private static void addShipped(ShippedPolicies shipped, String profile, PolicyFiles files) {
    var objects = shipped.profile(profile);
    if (objects.isEmpty()) {
      files.problems.add(
          "--profile '%s' is none of %s".formatted(profile, String.join(", ", shipped.profiles())));
      return;
    }
    files.policies.addAll(shipped.policies());
    objects.get().forEach(files::add);
  }
}
