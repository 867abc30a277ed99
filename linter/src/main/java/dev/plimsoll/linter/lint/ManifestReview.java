package dev.plimsoll.linter.lint;

import dev.plimsoll.linter.source.Manifest;
import dev.plimsoll.resources.GroupVersionKind;
import dev.plimsoll.resources.GroupVersionResource;
import dev.plimsoll.resources.RestMapping;
import dev.plimsoll.review.Review;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes reviews of manifests: each as if the administrator created it. */
public final class ManifestReview {

  private static final String GROUP = "plimsoll.dev";
  private static final GroupVersionKind MANIFEST = new GroupVersionKind(GROUP, "v1", "Manifest");
  private static final GroupVersionResource MANIFESTS =
      new GroupVersionResource(GROUP, "v1", "manifests");

  private ManifestReview() {}

  /** Returns the review of an object that is to be created. */
  public static Review of(Manifest manifest) {
    var kind = GroupVersionKind.of(manifest.apiVersion(), manifest.kind());
    return Review.create(
        kind, resource(manifest), manifest.ownName(), namespace(manifest), manifest.object());
  }

  /** Returns the review of an object that is to be created, as it was admitted. */
  public static Review of(Manifest manifest, Map<String, @Nullable Object> admitted) {
    var kind = GroupVersionKind.of(manifest.apiVersion(), manifest.kind());
    var metadata = admitted.get("metadata");
    var name =
        metadata instanceof Map<?, ?> map && map.get("name") instanceof String text ? text : "";
    return Review.create(kind, resource(manifest), name, namespace(manifest), admitted);
  }

  /** Returns the review of an object as a file, which only the desk has. */
  static Review asWritten(Manifest manifest) {
    return Review.create(
        MANIFEST, MANIFESTS, manifest.ownName(), namespace(manifest), manifest.object());
  }

  /** Returns the resource of an object; that of an unknown kind is guessed as kubectl does. */
  static GroupVersionResource resource(Manifest manifest) {
    var kind = GroupVersionKind.of(manifest.apiVersion(), manifest.kind());
    return RestMapping.builtIn()
        .resource(kind)
        .map(RestMapping.Resource::name)
        .orElseGet(() -> RestMapping.guess(kind));
  }

  /**
   * Returns the namespace that an object is created in; of a Namespace, its own name. Objects of
   * unknown kinds are taken to live in namespaces, as most do.
   */
  static String namespace(Manifest manifest) {
    var kind = GroupVersionKind.of(manifest.apiVersion(), manifest.kind());
    var builtIn = RestMapping.builtIn().resource(kind);
    if (builtIn.isPresent() && builtIn.get().name().equals(GroupVersionResource.NAMESPACES)) {
      return manifest.ownName();
    }
    if (builtIn.isPresent() && !builtIn.get().namespaced()) {
      return "";
    }
    return manifest.namespace().isEmpty() ? "default" : manifest.namespace();
  }
}
