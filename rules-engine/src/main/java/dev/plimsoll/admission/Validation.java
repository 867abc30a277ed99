package dev.plimsoll.admission;

import dev.plimsoll.document.FieldPath;
import dev.plimsoll.policy.FieldError;
import java.util.List;
import java.util.Set;

/**
 * The built-in validation: what the API server refuses in an object of the right type. It covers
 * what manifests get wrong most, and refuses nothing that the server would take.
 */
final class Validation {
  private static final FieldPath SPEC = FieldPath.ROOT.field("spec");

  private Validation() {}

  static List<FieldError> validate(Struct object) {
    var errors = new Errors();
    MetadataValidation.validate(object, errors);
    switch (object.type.name()) {
      case "core/v1.Pod" -> PodValidation.validate(object.make("spec"), SPEC, Set.of(), errors);
      case "core/v1.Service" -> ServiceValidation.validate(object, errors);
      case "apps/v1.Deployment", "apps/v1.ReplicaSet", "apps/v1.DaemonSet", "apps/v1.StatefulSet" ->
          WorkloadValidation.selected(object, errors);
      case "batch/v1.Job" -> WorkloadValidation.job(object.make("spec"), SPEC, errors);
      case "batch/v1.CronJob" -> WorkloadValidation.cronJob(object, errors);
      default -> {}
    }
    return errors.all();
  }
}
