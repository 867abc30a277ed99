package dev.plimsoll.review;

import dev.plimsoll.cel.functions.Authorizer;
import dev.plimsoll.resources.GroupVersionKind;
import dev.plimsoll.resources.GroupVersionResource;
import dev.plimsoll.resources.RestMapping;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A cluster of which only files tell. Either they tell all: what is not among them is not there,
 * though every Namespace is, with nothing but its name. Or they tell a part: what is not among them
 * is unknown, but for the content of a Namespace that is.
 */
public final class FileCluster implements Cluster {
  private final boolean whole;
  private final Authorizer authorizer = new RbacAuthorizer(this);
  private final Map<GroupVersionKind, RestMapping.Resource> custom = new HashMap<>();
  private final Map<String, Map<Key, Map<String, @Nullable Object>>> objects = new HashMap<>();

  private record Key(String namespace, String name) {}

  private FileCluster(boolean whole, Collection<? extends Map<String, @Nullable Object>> files) {
    this.whole = whole;
    files.forEach(object -> custom.putAll(CustomResources.of(object)));
    files.forEach(this::add);
  }

  /** Returns a cluster that holds nothing but the objects given. */
  public static FileCluster whole(Collection<? extends Map<String, @Nullable Object>> objects) {
    return new FileCluster(true, objects);
  }

  /** Returns a cluster that may hold more than the objects given. */
  public static FileCluster part(Collection<? extends Map<String, @Nullable Object>> objects) {
    return new FileCluster(false, objects);
  }

  private void add(Map<String, @Nullable Object> object) {
    if (object.get("apiVersion") instanceof String version
        && object.get("kind") instanceof String kindName) {
      var kind = GroupVersionKind.of(version, kindName);
      var namespace = Metadata.text(object, "namespace");
      var resource =
          RestMapping.builtIn()
              .resource(kind)
              .orElseGet(() -> custom.computeIfAbsent(kind, it -> guess(it, !namespace.isEmpty())));
      var home = resource.namespaced() ? namespace.isEmpty() ? "default" : namespace : "";
      objects
          .computeIfAbsent(resource.name().groupResource(), _ -> new LinkedHashMap<>())
          .put(new Key(home, Metadata.text(object, "name")), inNamespace(object, home));
    }
  }

  private static Map<String, @Nullable Object> inNamespace(
      Map<String, @Nullable Object> object, String namespace) {
    if (Metadata.text(object, "namespace").equals(namespace)) {
      return object;
    }
    var metadata = new LinkedHashMap<String, @Nullable Object>(Metadata.of(object));
    metadata.put("namespace", namespace);
    var copy = new LinkedHashMap<String, @Nullable Object>(object);
    copy.put("metadata", metadata);
    return copy;
  }

  private static RestMapping.Resource guess(GroupVersionKind kind, boolean namespaced) {
    return new RestMapping.Resource(RestMapping.guess(kind), kind, namespaced, Map.of(), true);
  }

  @Override
  public Answer<Map<String, @Nullable Object>> namespace(String name) {
    var known = find(GroupVersionResource.NAMESPACES, "", name);
    if (known != null) {
      return Answer.known(Namespaces.stored(known, name));
    }
    return whole
        ? Answer.known(Namespaces.stored(Map.of(), name))
        : Answer.unknown("the Namespace \"" + name + "\" is not among the files");
  }

  @Override
  public Answer<RestMapping.Resource> resource(GroupVersionKind kind) {
    var known = RestMapping.builtIn().resource(kind).orElse(custom.get(kind));
    if (known != null) {
      return Answer.known(known);
    }
    return whole
        ? Answer.absent()
        : Answer.unknown(
            "neither a %s of %s nor its CustomResourceDefinition is among the files"
                .formatted(kind.kind(), kind.apiVersion()));
  }

  @Override
  public Answer<Map<String, @Nullable Object>> object(
      GroupVersionResource resource, String namespace, String name) {
    if (resource.equals(GroupVersionResource.NAMESPACES)) {
      return namespace(name);
    }
    var known = find(resource, namespace, name);
    if (known != null) {
      return Answer.known(known);
    }
    return describes(namespace)
        ? Answer.absent()
        : Answer.unknown(
            "%s \"%s\" is not among the files"
                .formatted(
                    resource.groupResource(), namespace.isEmpty() ? name : namespace + "/" + name));
  }

  @Override
  public Answer<List<Map<String, @Nullable Object>>> objects(
      GroupVersionResource resource, String namespace) {
    var found = new ArrayList<Map<String, @Nullable Object>>();
    all(resource)
        .forEach(
            (key, object) -> {
              if (namespace.isEmpty() || namespace.equals(key.namespace())) {
                found.add(object);
              }
            });
    return !found.isEmpty() || describes(namespace)
        ? Answer.known(found)
        : Answer.unknown("no " + resource.groupResource() + " are among the files");
  }

  @Override
  public Authorizer authorizer() {
    return authorizer;
  }

  /** Returns whether the files tell all that is in a namespace. */
  private boolean describes(String namespace) {
    return whole || find(GroupVersionResource.NAMESPACES, "", namespace) != null;
  }

  private @Nullable Map<String, @Nullable Object> find(
      GroupVersionResource resource, String namespace, String name) {
    return all(resource).get(new Key(namespace, name));
  }

  private Map<Key, Map<String, @Nullable Object>> all(GroupVersionResource resource) {
    return objects.getOrDefault(resource.groupResource(), Map.of());
  }
}
