package dev.plimsoll.review;

import dev.plimsoll.cel.ResourceReader;
import dev.plimsoll.cel.UnknownException;
import dev.plimsoll.resources.GroupVersionKind;
import dev.plimsoll.resources.GroupVersionResource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code resource.Get} and {@code resource.List} read: the objects of a cluster. */
record ClusterResources(Cluster cluster) implements ResourceReader {

  @Override
  public @Nullable Map<String, ?> get(
      String apiVersion, String resource, String namespace, String name) {
    return value(cluster.object(name(apiVersion, resource), namespace, name), null);
  }

  @Override
  public List<? extends Map<String, ?>> list(String apiVersion, String resource, String namespace) {
    var objects = value(cluster.objects(name(apiVersion, resource), namespace), null);
    return objects == null ? List.of() : objects;
  }

  private static <T> @Nullable T value(Answer<T> answer, @Nullable T absent) {
    return switch (answer) {
      case Answer.Known(var value) -> value;
      case Answer.Absent<T> _ -> absent;
      case Answer.Unknown(var reason) -> throw new UnknownException(reason);
    };
  }

  private static GroupVersionResource name(String apiVersion, String resource) {
    var kind = GroupVersionKind.of(apiVersion, "");
    return new GroupVersionResource(kind.group(), kind.version(), resource);
  }
}
