package dev.plimsoll.review;

import dev.plimsoll.resources.GroupVersionKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Objects turned into another version of their kind: only where nothing but the version's name
 * differs, or can't be told from a default.
 */
final class Conversion {
  private static final Set<String> SAME_SHAPE =
      Set.of(
          "ControllerRevision",
          "CronJob",
          "DaemonSet",
          "Deployment",
          "NetworkPolicy",
          "PodDisruptionBudget",
          "PriorityClass",
          "ReplicaSet",
          "Role",
          "RoleBinding",
          "ClusterRole",
          "ClusterRoleBinding",
          "RuntimeClass",
          "StatefulSet",
          "StorageClass");

  private Conversion() {}

  /** Returns whether objects of one kind can be seen as the other. */
  static boolean possible(GroupVersionKind from, GroupVersionKind to) {
    return from.equals(to)
        || from.kind().equals(to.kind()) && SAME_SHAPE.contains(from.kind())
        || from.kind().equals("Scale");
  }

  static @Nullable Map<String, @Nullable Object> convert(
      @Nullable Map<String, @Nullable Object> object, GroupVersionKind to) {
    if (object == null || to.apiVersion().equals(object.get("apiVersion"))) {
      return object;
    }
    var converted = new HashMap<String, @Nullable Object>(object);
    converted.put("apiVersion", to.apiVersion());
    return converted;
  }
}
