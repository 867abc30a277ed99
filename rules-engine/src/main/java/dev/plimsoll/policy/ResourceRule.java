package dev.plimsoll.policy;

import dev.plimsoll.resources.GroupVersionResource;
import java.util.List;

/**
 * Requests by operation and resource; {@code *} in any list stands for all.
 *
 * @param resources such as {@code pods}, {@code pods/exec}, {@code pods/*}, {@code *}{@code
 *     /scale}; a plain {@code *} is all resources and no subresource
 * @param resourceNames the objects' names; empty for all
 */
public record ResourceRule(
    List<String> operations,
    List<String> apiGroups,
    List<String> apiVersions,
    List<String> resources,
    Scope scope,
    List<String> resourceNames) {

  /** Where the objects of a rule live. */
  public enum Scope {
    ALL,
    CLUSTER,
    NAMESPACED
  }

  public ResourceRule {
    operations = List.copyOf(operations);
    apiGroups = List.copyOf(apiGroups);
    apiVersions = List.copyOf(apiVersions);
    resources = List.copyOf(resources);
    resourceNames = List.copyOf(resourceNames);
  }

  /** Returns whether the rule is for an operation on a resource; scope and names not looked at. */
  public boolean covers(String operation, GroupVersionResource resource, String subResource) {
    return names(operations, operation)
        && names(apiGroups, resource.group())
        && names(apiVersions, resource.version())
        && namesResource(resource.resource(), subResource);
  }

  /**
   * Returns whether the rule is for an object of a name in a namespace.
   *
   * @param namespace empty for an object outside of namespaces; of a Namespace, its own name
   */
  public boolean reaches(GroupVersionResource resource, String namespace, String name) {
    boolean cluster = namespace.isEmpty() || resource.equals(GroupVersionResource.NAMESPACES);
    boolean inScope =
        switch (scope) {
          case ALL -> true;
          case CLUSTER -> cluster;
          case NAMESPACED -> !cluster;
        };
    return inScope && (resourceNames.isEmpty() || resourceNames.contains(name));
  }

  private static boolean names(List<String> items, String item) {
    return items.contains("*") || items.contains(item);
  }

  private boolean namesResource(String resource, String subResource) {
    for (var item : resources) {
      int slash = item.indexOf('/');
      var wanted = slash < 0 ? item : item.substring(0, slash);
      var wantedSub = slash < 0 ? "" : item.substring(slash + 1);
      if ((wanted.equals("*") || wanted.equals(resource))
          && (wantedSub.equals("*") || wantedSub.equals(subResource))) {
        return true;
      }
    }
    return false;
  }
}
