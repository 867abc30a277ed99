package dev.plimsoll.admission;

import dev.plimsoll.document.FieldPath;
import dev.plimsoll.policy.GoJson;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What the API server refuses in what makes pods: pkg/apis/{apps,batch}/validation. */
final class WorkloadValidation {
  private WorkloadValidation() {}

  /** Checks a Deployment, ReplicaSet, DaemonSet or StatefulSet. */
  static void selected(Struct owner, Errors errors) {
    var spec = owner.make("spec");
    var path = FieldPath.ROOT.field("spec");
    if (spec.knows("replicas")) {
      errors.notNegative(path, spec, "replicas");
    }
    var selector = spec.struct("selector");
    var template = spec.make("template");
    if (selector == null) {
      if (!owner.type.name().equals("apps/v1.DaemonSet")) {
        errors.required(path.field("selector"), "");
      }
      mismatch(template, path, errors);
    } else if (isEmpty(selector)) {
      errors.invalidJson(
          path.field("selector"), "{}", "empty selector is invalid for " + selecting(owner));
    } else if (!matches(selector, template)) {
      mismatch(template, path, errors);
    }
    template(template, path.field("template"), claims(spec), errors);
    var restart = template.make("spec").text("restartPolicy");
    errors.oneOf(
        path.field("template").field("spec").field("restartPolicy"), restart, List.of("Always"));
  }

  static void cronJob(Struct cronJob, Errors errors) {
    var spec = cronJob.make("spec");
    var path = FieldPath.ROOT.field("spec");
    if (spec.text("schedule").isEmpty()) {
      errors.required(path.field("schedule"), "");
    }
    job(spec.make("jobTemplate").make("spec"), path.field("jobTemplate").field("spec"), errors);
  }

  /** Checks the template of a Job or CronJob. */
  static void job(Struct spec, FieldPath path, Errors errors) {
    var template = spec.make("template");
    template(template, path.field("template"), Set.of(), errors);
    var restart = template.make("spec").text("restartPolicy");
    var at = path.field("template").field("spec").field("restartPolicy");
    if (restart.equals("Always") || restart.isEmpty()) {
      errors.required(at, "valid values: \"OnFailure\", \"Never\"");
    } else {
      errors.oneOf(at, restart, List.of("OnFailure", "Never"));
    }
  }

  /** The API server says "deployment" of a ReplicaSet, too. */
  private static String selecting(Struct owner) {
    var name = owner.type.simpleName().toLowerCase(Locale.ROOT);
    return name.equals("replicaset") ? "deployment" : name;
  }

  private static Set<String> claims(Struct spec) {
    return spec.structs("volumeClaimTemplates").stream()
        .map(claim -> claim.make("metadata").text("name"))
        .collect(Collectors.toSet());
  }

  private static void template(Struct template, FieldPath path, Set<String> claims, Errors errors) {
    MetadataValidation.labels(
        template.make("metadata"), "labels", path.field("metadata").field("labels"), errors);
    PodValidation.validate(template.make("spec"), path.field("spec"), claims, errors);
  }

  private static boolean isEmpty(Struct selector) {
    var labels = selector.entries("matchLabels");
    return (labels == null || labels.size() == 0) && selector.structs("matchExpressions").isEmpty();
  }

  /** Expressions are left to the server: none is refused that might match. */
  private static boolean matches(Struct selector, Struct template) {
    var wanted = selector.entries("matchLabels");
    var labels = template.make("metadata").entries("labels");
    return wanted == null
        || wanted.map.entrySet().stream()
            .allMatch(
                entry ->
                    labels != null
                        && String.valueOf(entry.getValue().value())
                            .equals(labels.get(entry.getKey())));
  }

  private static void mismatch(Struct template, FieldPath path, Errors errors) {
    var labels = template.make("metadata").entries("labels");
    var json =
        labels == null
            ? "null"
            : labels.map.keySet().stream()
                .sorted()
                .map(key -> GoJson.quote(key) + ":" + GoJson.quote(String.valueOf(labels.get(key))))
                .collect(Collectors.joining(",", "{", "}"));
    errors.invalidJson(
        path.field("template").field("metadata").field("labels"),
        json,
        "`selector` does not match template `labels`");
  }
}
