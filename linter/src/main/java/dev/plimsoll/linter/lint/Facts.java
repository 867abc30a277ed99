package dev.plimsoll.linter.lint;

import dev.plimsoll.linter.source.Manifest;
import dev.plimsoll.policy.PolicySet;
import dev.plimsoll.resources.GroupVersionResource;
import java.util.HashSet;
import java.util.Set;

/**
 * Collects the objects of a run that policies may look up: Namespaces, params, and what they read.
 */
final class Facts {

  private final FilesCluster cluster = new FilesCluster(false);
  private final Set<String> paramKinds = new HashSet<>();
  private final LookedUp lookedUp;

  Facts(PolicySet policies) {
    for (var policy : policies.policies()) {
      var kind = policy.policy().paramKind();
      if (kind != null) {
        paramKinds.add(kind.apiVersion() + " " + kind.kind());
      }
    }
    this.lookedUp = LookedUp.by(policies);
  }

  /** Keeps an object if a policy may ask for it. Called by many threads. */
  void add(Manifest manifest) {
    var resource = ManifestReview.resource(manifest);
    if (resource.equals(GroupVersionResource.NAMESPACES)
        || manifest.kind().equals("CustomResourceDefinition")
        || paramKinds.contains(manifest.apiVersion() + " " + manifest.kind())
        || lookedUp.contains(resource)) {
      synchronized (cluster) {
        cluster.add(manifest);
      }
    }
  }

  FilesCluster cluster() {
    return cluster;
  }
}
