package dev.plimsoll.admission;

import dev.plimsoll.cel.functions.Names;
import dev.plimsoll.cel.functions.Quantity;
import dev.plimsoll.document.FieldPath;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the API server refuses in a pod's specification: ValidatePodSpec, in its order. */
final class PodValidation {
  private static final List<String> PROTOCOLS = List.of("SCTP", "TCP", "UDP");
  private static final List<String> PULL_POLICIES = List.of("Always", "IfNotPresent", "Never");
  private static final List<String> RESTART_POLICIES = List.of("Always", "OnFailure", "Never");
  private static final List<String> DNS_POLICIES =
      List.of("ClusterFirstWithHostNet", "ClusterFirst", "Default", "None");

  private final Errors errors;
  private final Set<String> volumes = new HashSet<>();

  private PodValidation(Errors errors) {
    this.errors = errors;
  }

  /**
   * Checks a specification.
   *
   * @param claims names of volumes that are made of a StatefulSet's claims
   */
  static void validate(Struct spec, FieldPath path, Set<String> claims, Errors errors) {
    var validation = new PodValidation(errors);
    validation.volumes(spec, path.field("volumes"));
    validation.volumes.addAll(claims);
    if (spec.structs("containers").isEmpty()) {
      errors.required(path.field("containers"), "");
    }
    validation.containers(spec, "containers", path);
    validation.containers(spec, "initContainers", path);
    errors.oneOf(path.field("restartPolicy"), spec.text("restartPolicy"), RESTART_POLICIES);
    errors.oneOf(path.field("dnsPolicy"), spec.text("dnsPolicy"), DNS_POLICIES);
  }

  private void volumes(Struct spec, FieldPath path) {
    var list = spec.structs("volumes");
    for (int i = 0; i < list.size(); i++) {
      var name = list.get(i).text("name");
      var at = path.item(i).field("name");
      if (name.isEmpty()) {
        errors.required(at, "");
      } else {
        var problems = Names.dns1123Label(name);
        errors.invalid(at, name, problems);
        if (problems.isEmpty() && !volumes.add(name)) {
          errors.duplicate(at, name);
        }
      }
    }
  }

  private void containers(Struct spec, String field, FieldPath path) {
    var names = new HashSet<String>();
    var list = spec.structs(field);
    for (int i = 0; i < list.size(); i++) {
      var container = list.get(i);
      var at = path.field(field).item(i);
      container(container, at);
      var name = container.text("name");
      if (!name.isEmpty() && !names.add(name)) {
        errors.duplicate(at.field("name"), name);
      }
    }
  }

  private void container(Struct container, FieldPath path) {
    var name = container.text("name");
    if (name.isEmpty()) {
      errors.required(path.field("name"), "");
    } else {
      errors.invalid(path.field("name"), name, Names.dns1123Label(name));
    }
    if (container.text("image").isEmpty()) {
      errors.required(path.field("image"), "");
    }
    ports(container, path.field("ports"));
    environment(container, path.field("env"));
    mounts(container, path.field("volumeMounts"));
    errors.oneOf(path.field("imagePullPolicy"), container.text("imagePullPolicy"), PULL_POLICIES);
    resources(container.make("resources"), path.field("resources"));
  }

  private void ports(Struct container, FieldPath path) {
    var list = container.structs("ports");
    for (int i = 0; i < list.size(); i++) {
      var at = path.item(i);
      if (list.get(i).number("containerPort") == 0) {
        errors.required(at.field("containerPort"), "");
      } else {
        errors.port(at.field("containerPort"), list.get(i).number("containerPort"));
      }
      errors.oneOf(at.field("protocol"), list.get(i).text("protocol"), PROTOCOLS);
    }
  }

  private void environment(Struct container, FieldPath path) {
    var list = container.structs("env");
    for (int i = 0; i < list.size(); i++) {
      var variable = list.get(i);
      if (variable.text("name").isEmpty()) {
        errors.required(path.item(i).field("name"), "");
      }
      if (variable.struct("valueFrom") instanceof Struct source
          && hasSource(source)
          && !variable.text("value").isEmpty()) {
        errors.invalid(
            path.item(i).field("valueFrom"), "", "may not be specified when `value` is not empty");
      }
    }
  }

  private static boolean hasSource(Struct source) {
    return source.type.fields().stream().anyMatch(field -> source.has(field.name()));
  }

  private void mounts(Struct container, FieldPath path) {
    var places = new HashSet<String>();
    var list = container.structs("volumeMounts");
    for (int i = 0; i < list.size(); i++) {
      var name = list.get(i).text("name");
      var at = path.item(i);
      if (name.isEmpty()) {
        errors.required(at.field("name"), "");
      }
      if (!volumes.contains(name)) {
        errors.notFound(at.field("name"), name);
      }
      var place = list.get(i).text("mountPath");
      if (place.isEmpty()) {
        errors.required(at.field("mountPath"), "");
      } else if (!places.add(place)) {
        errors.invalid(at.field("mountPath"), place, "must be unique");
      }
    }
  }

  private void resources(Struct resources, FieldPath path) {
    var requests = resources.entries("requests");
    var limits = resources.entries("limits");
    if (requests == null || limits == null) {
      return;
    }
    for (var name : List.of("cpu", "memory", "ephemeral-storage")) {
      if (requests.get(name) instanceof String request
          && limits.get(name) instanceof String limit
          && Quantity.parse(request).amount().compareTo(Quantity.parse(limit).amount()) > 0) {
        errors.invalid(
            path.field("requests"),
            request,
            "must be less than or equal to %s limit of %s".formatted(name, limit));
      }
    }
  }
}
