package dev.plimsoll.resources;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The other names of a resource: what {@code matchPolicy: Equivalent} looks for, too. All versions
 * of a resource are one, and so are some resources that once moved from one group to another.
 *
 * <p>Only names that today's API servers serve are looked for: a rule that names another matches
 * nothing there. An object that comes by a name which is gone is still found under its new one.
 */
public final class EquivalentResources {

  /** kubernetes/kubernetes pkg/controlplane/storage_factory.go, AddCohabitatingResources. */
  private static final Map<String, String> MOVED =
      Map.of(
          "networkpolicies.extensions", "networkpolicies.networking.k8s.io",
          "deployments.extensions", "deployments.apps",
          "daemonsets.extensions", "daemonsets.apps",
          "replicasets.extensions", "replicasets.apps",
          "podsecuritypolicies.extensions", "podsecuritypolicies.policy",
          "ingresses.extensions", "ingresses.networking.k8s.io",
          "events.events.k8s.io", "events");

  private static final Map<String, List<RestMapping.Resource>> SERVED = served();

  private EquivalentResources() {}

  /** Returns the other resources that store the same objects and have such a subresource. */
  public static List<GroupVersionResource> of(GroupVersionResource resource, String subResource) {
    var found = new ArrayList<GroupVersionResource>();
    for (var other : SERVED.getOrDefault(identity(resource), List.of())) {
      if (!other.name().equals(resource) && other.kind(subResource).isPresent()) {
        found.add(other.name());
      }
    }
    return found;
  }

  private static Map<String, List<RestMapping.Resource>> served() {
    var all = new HashMap<String, List<RestMapping.Resource>>();
    for (var resource : RestMapping.builtIn().resources()) {
      if (resource.served()) {
        all.computeIfAbsent(identity(resource.name()), _ -> new ArrayList<>()).add(resource);
      }
    }
    return all;
  }

  private static String identity(GroupVersionResource resource) {
    var name = resource.groupResource();
    return MOVED.getOrDefault(name, name);
  }
}
