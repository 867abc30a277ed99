package dev.plimsoll.review;

import dev.plimsoll.resources.GroupVersionKind;
import dev.plimsoll.resources.GroupVersionResource;
import dev.plimsoll.resources.RestMapping;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes reviews of objects that nobody has sent yet: what creating them would be. */
public final class ManifestReader {
  private static final GroupVersionKind WRITTEN =
      new GroupVersionKind("plimsoll.dev", "v1", "Manifest");
  private static final GroupVersionResource WRITTEN_RESOURCE =
      new GroupVersionResource("plimsoll.dev", "v1", "manifests");

  private ManifestReader() {}

  /**
   * Returns the review of creating an object as it stands, by the administrator; nothing if it has
   * no kind. An object in no namespace goes to {@code default}, if its kind lives in namespaces.
   *
   * @param cluster says which resource its kind is; the plural of an unknown kind is guessed
   */
  public static Optional<Review> created(Map<String, @Nullable Object> object, Cluster cluster) {
    if (!(object.get("apiVersion") instanceof String apiVersion)
        || !(object.get("kind") instanceof String kindName)) {
      return Optional.empty();
    }
    var kind = GroupVersionKind.of(apiVersion, kindName);
    var name = Metadata.text(object, "name");
    var namespace = Metadata.text(object, "namespace");
    if (cluster.resource(kind) instanceof Answer.Known(var resource)) {
      namespace = resource.namespaced() ? namespace.isEmpty() ? "default" : namespace : "";
      if (resource.name().equals(GroupVersionResource.NAMESPACES)) {
        namespace = name;
      }
      return Optional.of(Review.create(kind, resource.name(), name, namespace, object));
    }
    var guess = RestMapping.guess(kind);
    boolean ours = kind.group().equals(WRITTEN.group());
    namespace = namespace.isEmpty() && !ours ? "default" : namespace;
    return Optional.of(Review.create(kind, guess, name, namespace, object));
  }

  /**
   * Returns the review of a document as it is written, for rules that match the resource {@code
   * manifests} of {@code plimsoll.dev}.
   */
  public static Review written(Map<String, @Nullable Object> object) {
    return Review.create(
        WRITTEN,
        WRITTEN_RESOURCE,
        Metadata.text(object, "name"),
        Metadata.text(object, "namespace"),
        object);
  }
}
