package dev.plimsoll.review;

import dev.plimsoll.cel.functions.Authorizer;
import dev.plimsoll.resources.GroupVersionKind;
import dev.plimsoll.resources.GroupVersionResource;
import dev.plimsoll.resources.RestMapping;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What else is known of the cluster that a request is made to. Objects are plain maps, as the API
 * server would return them. Answers must be quick: they are asked for while a request waits.
 */
public interface Cluster {

  /** Returns a Namespace. */
  Answer<Map<String, @Nullable Object>> namespace(String name);

  /** Returns the resource of a kind. */
  Answer<RestMapping.Resource> resource(GroupVersionKind kind);

  /**
   * Returns one object.
   *
   * @param namespace empty for an object outside of namespaces
   */
  Answer<Map<String, @Nullable Object>> object(
      GroupVersionResource resource, String namespace, String name);

  /**
   * Returns all objects of a resource.
   *
   * @param namespace empty for those of all namespaces
   */
  Answer<List<Map<String, @Nullable Object>>> objects(
      GroupVersionResource resource, String namespace);

  /** Returns who decides what a user may do. */
  default Authorizer authorizer() {
    return Authorizer.UNKNOWN;
  }
}
