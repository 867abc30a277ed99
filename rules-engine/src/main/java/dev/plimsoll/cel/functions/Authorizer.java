package dev.plimsoll.cel.functions;

import java.util.List;

/** Decides whether somebody may do something: what {@code authorizer...check()} asks. */
@FunctionalInterface
public interface Authorizer {
  /** Knows of no decision at all. */
  Authorizer UNKNOWN = attributes -> new Decision.Unknown("what the authorizer would decide");

  Decision authorize(Attributes attributes);

  /**
   * Who asks.
   *
   * @param name the name
   * @param groups the groups
   */
  record User(String name, List<String> groups) {
    public User {
      groups = List.copyOf(groups);
    }

    /** Returns the user that a service account is. */
    public static User serviceAccount(String namespace, String name) {
      return new User(
          "system:serviceaccount:" + namespace + ":" + name,
          List.of("system:serviceaccounts", "system:serviceaccounts:" + namespace));
    }
  }

  /** What somebody wants to do. */
  sealed interface Attributes {
    User user();

    String verb();

    /**
     * A request for a path that is no resource.
     *
     * @param user who asks
     * @param verb the HTTP verb in lower case
     * @param path the path
     */
    record Path(User user, String verb, String path) implements Attributes {}

    /**
     * A request for a resource; what is not named is "".
     *
     * @param user who asks
     * @param verb a verb of Kubernetes' API, such as {@code list}
     * @param group the API group
     * @param resource the resource, plural
     * @param subresource the subresource
     * @param namespace the namespace
     * @param name the object's name
     * @param fieldSelector the fields' selector, as written
     * @param labelSelector the labels' selector, as written
     */
    record Resource(
        User user,
        String verb,
        String group,
        String resource,
        String subresource,
        String namespace,
        String name,
        String fieldSelector,
        String labelSelector)
        implements Attributes {}
  }

  /** What an authorizer says. */
  sealed interface Decision {

    /**
     * It decided, or had no opinion, which allows nothing.
     *
     * @param allowed whether it allows what is asked
     * @param reason why, or ""
     * @param error what went wrong, or ""
     */
    record Decided(boolean allowed, String reason, String error) implements Decision {}

    /**
     * What it would decide is not known here.
     *
     * @param what what is not known
     */
    record Unknown(String what) implements Decision {}
  }
}
