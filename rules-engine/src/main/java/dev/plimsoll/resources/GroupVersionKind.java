package dev.plimsoll.resources;

/**
 * A kind of the Kubernetes API.
 *
 * @param group empty for the core group
 */
public record GroupVersionKind(String group, String version, String kind) {

  /** Returns the kind that an object's {@code apiVersion} and {@code kind} name. */
  public static GroupVersionKind of(String apiVersion, String kind) {
    int slash = apiVersion.indexOf('/');
    return slash < 0
        ? new GroupVersionKind("", apiVersion, kind)
        : new GroupVersionKind(
            apiVersion.substring(0, slash), apiVersion.substring(slash + 1), kind);
  }

  public String apiVersion() {
    return group.isEmpty() ? version : group + "/" + version;
  }
}
