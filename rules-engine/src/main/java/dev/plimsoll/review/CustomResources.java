package dev.plimsoll.review;

import dev.plimsoll.resources.GroupVersionKind;
import dev.plimsoll.resources.GroupVersionResource;
import dev.plimsoll.resources.RestMapping;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The resources that CustomResourceDefinitions define. */
final class CustomResources {
  private CustomResources() {}

  /** Returns the resources of all versions of a definition; none if the object isn't one. */
  static Map<GroupVersionKind, RestMapping.Resource> of(Map<String, @Nullable Object> object) {
    if (!"CustomResourceDefinition".equals(object.get("kind"))) {
      return Map.of();
    }
    var spec = Metadata.map(object.get("spec"));
    var names = Metadata.map(spec.get("names"));
    var group = String.valueOf(spec.get("group"));
    boolean namespaced = !"Cluster".equals(spec.get("scope"));
    var found = new HashMap<GroupVersionKind, RestMapping.Resource>();
    if (spec.get("versions") instanceof List<?> versions) {
      for (var version : versions) {
        var name = String.valueOf(Metadata.map(version).get("name"));
        var kind = new GroupVersionKind(group, name, String.valueOf(names.get("kind")));
        var resource = new GroupVersionResource(group, name, String.valueOf(names.get("plural")));
        found.put(kind, new RestMapping.Resource(resource, kind, namespaced, Map.of(), true));
      }
    }
    return found;
  }
}
