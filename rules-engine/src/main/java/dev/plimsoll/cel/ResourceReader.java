package dev.plimsoll.cel;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the variable {@code resource} of a cross-resource rule answers from: the files of a run, or
 * a cluster's cache. Either method may throw {@link UnknownException}.
 */
public interface ResourceReader extends OpaqueValue {
  Type TYPE = Type.opaque("plimsoll.dev.Resource");

  /**
   * Returns the object, or null if it is known not to exist.
   *
   * @param apiVersion such as {@code apps/v1}
   * @param resource the plural, such as {@code deployments}
   * @param namespace empty for a cluster-scoped object
   */
  @Nullable Map<String, ?> get(String apiVersion, String resource, String namespace, String name);

  /**
   * Returns all objects of the resource.
   *
   * @param namespace empty for those of all namespaces
   */
  List<? extends Map<String, ?>> list(String apiVersion, String resource, String namespace);

  @Override
  default Type type() {
    return TYPE;
  }
}
