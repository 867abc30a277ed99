package dev.plimsoll.review;

import dev.plimsoll.cel.UnknownException;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The value of {@code namespaceObject}: the request's Namespace without its type, and for all but
 * audit annotations without the metadata that Kubernetes' CreateNamespaceObject leaves out.
 */
final class NamespaceVariable {
  private static final List<String> SHOWN =
      List.of(
          "name",
          "generateName",
          "namespace",
          "uid",
          "resourceVersion",
          "generation",
          "creationTimestamp",
          "deletionTimestamp",
          "deletionGracePeriodSeconds",
          "labels",
          "annotations",
          "finalizers");

  private NamespaceVariable() {}

  static Map<String, @Nullable Object> of(Map<String, @Nullable Object> namespace) {
    var metadata = Metadata.of(namespace);
    var shown = new HashMap<String, @Nullable Object>();
    for (var field : SHOWN) {
      var value = metadata.get(field);
      if (!isEmpty(value)) {
        shown.put(field, value);
      }
    }
    return namespace(shown, namespace);
  }

  /** Returns it as audit annotations see it. */
  static Map<String, @Nullable Object> whole(Map<String, @Nullable Object> namespace) {
    var metadata = new HashMap<String, @Nullable Object>(Metadata.of(namespace));
    metadata.remove("managedFields");
    metadata.values().removeIf(NamespaceVariable::isEmpty);
    return namespace(metadata, namespace);
  }

  /** The API server leaves an empty list or map out of what it stores. */
  private static boolean isEmpty(@Nullable Object value) {
    return switch (value) {
      case null -> true;
      case Map<?, ?> map -> map.isEmpty();
      case List<?> list -> list.isEmpty();
      default -> false;
    };
  }

  private static Map<String, @Nullable Object> namespace(
      Map<String, @Nullable Object> metadata, Map<String, @Nullable Object> namespace) {
    var variable = new HashMap<String, @Nullable Object>();
    variable.put("metadata", metadata);
    variable.put("spec", Metadata.map(namespace.get("spec")));
    variable.put("status", Metadata.map(namespace.get("status")));
    return variable;
  }

  /**
   * Returns a Namespace of which only the name is known; who looks at the rest learns the reason.
   */
  static Map<String, @Nullable Object> unknown(String name, String reason) {
    return Map.of(
        "metadata",
        new PartlyKnown(Map.of("name", name), reason),
        "spec",
        new PartlyKnown(Map.of(), reason),
        "status",
        new PartlyKnown(Map.of(), reason));
  }

  /** A map with some entries known. */
  private static final class PartlyKnown extends AbstractMap<String, @Nullable Object> {
    private final Map<String, @Nullable Object> known;
    private final String reason;

    PartlyKnown(Map<String, @Nullable Object> known, String reason) {
      this.known = known;
      this.reason = reason;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
      if (known.containsKey(key)) {
        return true;
      }
      throw new UnknownException(reason);
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
      return containsKey(key) ? known.get(key) : null;
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
      throw new UnknownException(reason);
    }
  }
}
