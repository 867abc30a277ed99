package dev.plimsoll.linter.lint;

import dev.plimsoll.linter.source.Manifest;
import dev.plimsoll.resources.GroupVersionKind;
import dev.plimsoll.resources.GroupVersionResource;
import dev.plimsoll.resources.RestMapping;
import dev.plimsoll.review.Answer;
import dev.plimsoll.review.Cluster;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A cluster of which only what stands in files is known. */
public final class FilesCluster implements Cluster {

  private static final String NAME_LABEL = "kubernetes.io/metadata.name";

  private final boolean whole;
  private final Map<GroupVersionResource, Map<Key, Map<String, @Nullable Object>>> objects =
      new HashMap<>();
  private final Map<GroupVersionKind, RestMapping.Resource> defined = new HashMap<>();

  private record Key(String namespace, String name) {}

  /**
   * @param whole whether what isn't in the files isn't there: then all Namespaces exist, with
   *     nothing but their names; otherwise nobody knows
   */
  public FilesCluster(boolean whole) {
    this.whole = whole;
  }

  /** Adds an object; not to be called any more once the cluster is asked. */
  void add(Manifest manifest) {
    var resource = ManifestReview.resource(manifest);
    add(resource, ManifestReview.namespace(manifest), manifest.object());
    if (manifest.kind().equals("CustomResourceDefinition")) {
      define(manifest.object());
    }
  }

  private void define(Map<String, @Nullable Object> definition) {
    var spec = copy(definition.get("spec"));
    var names = copy(spec.get("names"));
    if (spec.get("group") instanceof String group
        && names.get("kind") instanceof String kind
        && names.get("plural") instanceof String plural
        && spec.get("versions") instanceof List<?> versions) {
      for (var version : versions) {
        var name = String.valueOf(copy(version).get("name"));
        var resource = new GroupVersionResource(group, name, plural);
        var of = new GroupVersionKind(group, name, kind);
        defined.put(of, custom(of, resource, !"Cluster".equals(spec.get("scope"))));
      }
    }
  }

  private void add(
      GroupVersionResource resource, String namespace, Map<String, @Nullable Object> object) {
    var metadata = object.get("metadata");
    var name = metadata instanceof Map<?, ?> map ? String.valueOf(map.get("name")) : "";
    var own = resource.equals(GroupVersionResource.NAMESPACES) ? "" : namespace;
    objects.computeIfAbsent(resource, _ -> new LinkedHashMap<>()).put(new Key(own, name), object);
  }

  @Override
  public Answer<Map<String, @Nullable Object>> namespace(String name) {
    var known = find(GroupVersionResource.NAMESPACES, "", name);
    if (known != null) {
      return Answer.known(labelled(known, name));
    }
    return whole
        ? Answer.known(labelled(Map.of("apiVersion", "v1", "kind", "Namespace"), name))
        : Answer.unknown("the Namespace \"%s\" is not among the files".formatted(name));
  }

  /** Returns a Namespace as the API server stores it: with its name for a label. */
  private static Map<String, @Nullable Object> labelled(
      Map<String, @Nullable Object> namespace, String name) {
    var metadata = copy(namespace.get("metadata"));
    var labels = copy(metadata.get("labels"));
    labels.put(NAME_LABEL, name);
    metadata.put("name", name);
    metadata.put("labels", labels);
    var copy = new LinkedHashMap<String, @Nullable Object>(namespace);
    copy.put("metadata", metadata);
    return copy;
  }

  private static Map<String, @Nullable Object> copy(@Nullable Object value) {
    var copy = new LinkedHashMap<String, @Nullable Object>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, member) -> copy.put(String.valueOf(key), member));
    }
    return copy;
  }

  private static RestMapping.Resource custom(
      GroupVersionKind kind, GroupVersionResource resource, boolean namespaced) {
    return new RestMapping.Resource(resource, kind, namespaced, Map.of(), true);
  }

  @Override
  public Answer<RestMapping.Resource> resource(GroupVersionKind kind) {
    var builtIn = RestMapping.builtIn().resource(kind);
    if (builtIn.isPresent()) {
      return Answer.known(builtIn.get());
    }
    var custom = defined.get(kind);
    if (custom != null) {
      return Answer.known(custom);
    }
    var guessed = RestMapping.guess(kind);
    if (objects.containsKey(guessed)) {
      return Answer.known(custom(kind, guessed, true));
    }
    return whole
        ? Answer.absent()
        : Answer.unknown(
            "no %s of %s is among the files".formatted(kind.kind(), kind.apiVersion()));
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
    var full = namespace.isEmpty() ? name : namespace + "/" + name;
    return whole
        ? Answer.absent()
        : Answer.unknown(
            "%s \"%s\" is not among the files".formatted(resource.groupResource(), full));
  }

  @Override
  public Answer<List<Map<String, @Nullable Object>>> objects(
      GroupVersionResource resource, String namespace) {
    var found = new ArrayList<Map<String, @Nullable Object>>();
    objects
        .getOrDefault(resource, Map.of())
        .forEach(
            (key, object) -> {
              if (namespace.isEmpty() || namespace.equals(key.namespace())) {
                found.add(object);
              }
            });
    return Answer.known(found);
  }

  private @Nullable Map<String, @Nullable Object> find(
      GroupVersionResource resource, String namespace, String name) {
    var known = objects.get(resource);
    return known == null ? null : known.get(new Key(namespace, name));
  }
}
