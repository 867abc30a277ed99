package dev.plimsoll.resources;

/**
 * A resource of the Kubernetes API.
 *
 * @param group empty for the core group
 * @param resource the plural, such as {@code pods}, without a subresource
 */
public record GroupVersionResource(String group, String version, String resource) {

  public static final GroupVersionResource NAMESPACES =
      new GroupVersionResource("", "v1", "namespaces");

  /** Returns the resource as error messages name it, such as {@code deployments.apps}. */
  public String groupResource() {
    return group.isEmpty() ? resource : resource + "." + group;
  }

  public String apiVersion() {
    return group.isEmpty() ? version : group + "/" + version;
  }
}
