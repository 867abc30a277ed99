package dev.plimsoll.policy;

/** The kind of the objects that parameterize a policy. */
public record ParamKind(String apiVersion, String kind) {

  /** Returns the group, empty for the core group. */
  public String group() {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }

  public String version() {
    return apiVersion.substring(apiVersion.indexOf('/') + 1);
  }
}
