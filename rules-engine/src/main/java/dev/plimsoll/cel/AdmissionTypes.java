package dev.plimsoll.cel;

import static dev.plimsoll.cel.Type.BOOL;
import static dev.plimsoll.cel.Type.DYN;
import static dev.plimsoll.cel.Type.INT;
import static dev.plimsoll.cel.Type.STRING;
import static dev.plimsoll.cel.Type.TIMESTAMP;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The types of {@code request} and {@code namespaceObject}, as kubernetes/apiserver
 * admission/plugin/cel/compile.go declares them.
 */
final class AdmissionTypes {
  private static final Type STRINGS = Type.list(STRING);
  private static final Type STRING_MAP = Type.map(STRING, STRING);

  private static final Type KIND =
      struct("GroupVersionKind", "group", STRING, "version", STRING, "kind", STRING);
  private static final Type RESOURCE =
      struct("GroupVersionResource", "group", STRING, "version", STRING, "resource", STRING);

  static final Type REQUEST =
      struct(
          "AdmissionRequest",
          "kind",
          KIND,
          "resource",
          RESOURCE,
          "subResource",
          STRING,
          "requestKind",
          KIND,
          "requestResource",
          RESOURCE,
          "requestSubResource",
          STRING,
          "name",
          STRING,
          "namespace",
          STRING,
          "operation",
          STRING,
          "userInfo",
          struct(
              "UserInfo",
              "username",
              STRING,
              "uid",
              STRING,
              "groups",
              STRINGS,
              "extra",
              Type.map(STRING, STRINGS)),
          "dryRun",
          BOOL,
          "options",
          DYN);

  static final Type NAMESPACE =
      struct(
          "Namespace",
          "metadata",
          struct(
              "NamespaceMetadata",
              "name",
              STRING,
              "generateName",
              STRING,
              "namespace",
              STRING,
              "labels",
              STRING_MAP,
              "annotations",
              STRING_MAP,
              "UID",
              STRING,
              "creationTimestamp",
              TIMESTAMP,
              "deletionGracePeriodSeconds",
              INT,
              "deletionTimestamp",
              TIMESTAMP,
              "generation",
              INT,
              "resourceVersion",
              STRING,
              "finalizers",
              STRINGS),
          "spec",
          struct("NamespaceSpec", "finalizers", STRINGS),
          "status",
          struct(
              "NamespaceStatus",
              "conditions",
              Type.list(
                  struct(
                      "NamespaceCondition",
                      "status",
                      STRING,
                      "type",
                      STRING,
                      "lastTransitionTime",
                      TIMESTAMP,
                      "message",
                      STRING,
                      "reason",
                      STRING)),
              "phase",
              STRING));

  private AdmissionTypes() {}

  private static Type struct(String name, Object... namesAndTypes) {
    Map<String, Type> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndTypes.length; i += 2) {
      fields.put((String) namesAndTypes[i], (Type) namesAndTypes[i + 1]);
    }
    return new Type.Struct("kubernetes." + name, fields);
  }
}
