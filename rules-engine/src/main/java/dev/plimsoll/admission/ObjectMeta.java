package dev.plimsoll.admission;

import dev.plimsoll.document.MapNode;
import dev.plimsoll.resources.GroupVersionKind;
import java.util.List;
import java.util.Set;

/** What the API server itself writes into metadata: rest.BeforeCreate and the field manager. */
final class ObjectMeta {
  /** The longest prefix that leaves room for the generated suffix. */
  private static final int LONGEST_PREFIX = 58;

  private static final Set<String> UNMANAGED =
      Set.of(
          "authentication/v1.SelfSubjectReview",
          "authentication/v1.TokenReview",
          "authentication/v1.TokenRequest",
          "authorization/v1.LocalSubjectAccessReview",
          "authorization/v1.SelfSubjectAccessReview",
          "authorization/v1.SelfSubjectRulesReview",
          "authorization/v1.SubjectAccessReview");

  private ObjectMeta() {}

  /** Gives the object the namespace of its request. */
  static void received(Struct object, boolean namespaced) {
    var metadata = object.make("metadata");
    if (!namespaced) {
      metadata.replace("namespace", null);
    } else {
      metadata.setDefault("namespace", "default");
    }
  }

  static void created(Struct object, GroupVersionKind kind) {
    var metadata = object.make("metadata");
    var prefix = metadata.text("generateName");
    if (metadata.text("name").isEmpty() && !prefix.isEmpty()) {
      int end = Math.min(prefix.length(), LONGEST_PREFIX);
      metadata.set("name", prefix.substring(0, end) + StandIns.SUFFIX);
    }
    for (var field : List.of("deletionTimestamp", "deletionGracePeriodSeconds", "selfLink")) {
      metadata.replace(field, null);
    }
    if (UNMANAGED.contains(object.type.name())) {
      return;
    }
    metadata.replace("uid", StandIns.UID);
    metadata.replace("creationTimestamp", StandIns.TIME);
    metadata.replace("managedFields", null);
    if (!Ownership.hasOwned(object)) {
      return;
    }
    var entry = metadata.append("managedFields");
    entry.set("manager", "plimsoll");
    entry.set("operation", "Update");
    entry.set("apiVersion", kind.apiVersion());
    entry.set("time", StandIns.TIME);
    entry.set("fieldsType", "FieldsV1");
    entry.set("fieldsV1", new MapNode.Builder().build());
  }
}
