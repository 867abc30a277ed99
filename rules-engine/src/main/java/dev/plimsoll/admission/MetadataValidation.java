package dev.plimsoll.admission;

import dev.plimsoll.cel.functions.Names;
import dev.plimsoll.document.FieldPath;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the API server refuses in metadata: apimachinery's pkg/api/validation/objectmeta.go. */
final class MetadataValidation {
  /** Kinds whose names are DNS subdomains. */
  private static final Set<String> SUBDOMAINS =
      Set.of(
          "apps/v1.DaemonSet",
          "apps/v1.Deployment",
          "apps/v1.ReplicaSet",
          "autoscaling/v2.HorizontalPodAutoscaler",
          "batch/v1.CronJob",
          "core/v1.ConfigMap",
          "core/v1.PersistentVolumeClaim",
          "core/v1.Pod",
          "core/v1.Secret",
          "core/v1.ServiceAccount",
          "networking/v1.Ingress",
          "networking/v1.NetworkPolicy");

  /** Kinds that need no name, or get one of the server's own. */
  private static final Set<String> NAMELESS =
      Set.of("core/v1.LimitRange", "core/v1.Event", "events/v1.Event");

  private MetadataValidation() {}

  static void validate(Struct object, Errors errors) {
    var type = object.type.name();
    if (NAMELESS.contains(type)
        || type.startsWith("authentication/")
        || type.startsWith("authorization/")) {
      return;
    }
    var metadata = object.make("metadata");
    var path = FieldPath.ROOT.field("metadata");
    var name = metadata.text("name");
    if (name.isEmpty()) {
      errors.required(path.field("name"), "name or generateName is required");
    } else if (SUBDOMAINS.contains(type)) {
      errors.invalid(path.field("name"), name, Names.dns1123Subdomain(name));
    }
    labels(metadata, "labels", path.field("labels"), errors);
    var annotations = metadata.entries("annotations");
    if (annotations != null) {
      for (var key : annotations.map.keySet()) {
        errors.invalid(
            path.field("annotations"), key, Names.qualifiedName(key.toLowerCase(Locale.ROOT)));
      }
    }
  }

  /** Checks a map of labels: the names, and the values. */
  static void labels(Struct owner, String field, FieldPath path, Errors errors) {
    var labels = owner.entries(field);
    if (labels == null) {
      return;
    }
    for (var key : labels.map.keySet().stream().sorted().toList()) {
      errors.invalid(path, key, Names.qualifiedName(key));
      var value = String.valueOf(labels.get(key));
      List<String> problems = Names.labelValue(value);
      errors.invalid(path, value, problems);
    }
  }
}
