package dev.plimsoll.admission;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/** What PrepareForCreate of each kind does, and conversion to the internal version and back. */
final class CreateStrategies {
  private static final Set<String> GENERATIONS =
      Set.of(
          "admissionregistration/v1.MutatingAdmissionPolicy",
          "admissionregistration/v1.MutatingAdmissionPolicyBinding",
          "admissionregistration/v1.MutatingWebhookConfiguration",
          "admissionregistration/v1.ValidatingAdmissionPolicy",
          "admissionregistration/v1.ValidatingAdmissionPolicyBinding",
          "admissionregistration/v1.ValidatingWebhookConfiguration",
          "apiextensions/v1.CustomResourceDefinition",
          "apps/v1.DaemonSet",
          "apps/v1.Deployment",
          "apps/v1.ReplicaSet",
          "apps/v1.StatefulSet",
          "batch/v1.CronJob",
          "batch/v1.Job",
          "core/v1.Pod",
          "core/v1.PodTemplate",
          "core/v1.ReplicationController",
          "discovery/v1.EndpointSlice",
          "flowcontrol/v1.FlowSchema",
          "flowcontrol/v1.PriorityLevelConfiguration",
          "networking/v1.Ingress",
          "networking/v1.IngressClass",
          "networking/v1.NetworkPolicy",
          "policy/v1.PodDisruptionBudget",
          "resource/v1.DeviceClass",
          "resource/v1.ResourceSlice",
          "scheduling/v1.PriorityClass");

  /** Kinds whose status the user may write on creation. */
  private static final Set<String> STATUS_KEPT =
      Set.of(
          "apiextensions/v1.CustomResourceDefinition",
          "core/v1.Node",
          "authentication/v1.TokenReview",
          "core/v1.Event");

  private CreateStrategies() {}

  static void prepare(Struct object) {
    var type = object.type.name();
    var metadata = object.make("metadata");
    if (GENERATIONS.contains(type)) {
      metadata.replace("generation", 1L);
    }
    if (!STATUS_KEPT.contains(type)) {
      object.clear("status");
    }
    switch (type) {
      case "core/v1.Pod" -> PodStrategy.prepare(object);
      case "core/v1.Service" -> ServiceStrategy.prepare(object.make("spec"));
      case "core/v1.Secret" -> secret(object);
      case "core/v1.Namespace" -> namespace(object);
      case "core/v1.ServiceAccount" ->
          object
              .structs("secrets")
              .forEach(
                  secret -> {
                    for (var field : secret.type.fields()) {
                      if (!field.name().equals("name")) {
                        secret.set(field.name(), null);
                      }
                    }
                  });
      case "core/v1.Node" -> object.make("spec").set("configSource", null);
      case "coordination/v1.Lease" -> {
        object.make("spec").set("strategy", null);
        object.make("spec").set("preferredHolder", null);
      }
      case "storage/v1.CSIDriver" -> object.make("spec").set("preventPodSchedulingIfMissing", null);
      case "core/v1.PersistentVolume" -> {
        object.make("status").set("phase", "Pending");
        object.make("status").set("lastPhaseTransitionTime", StandIns.TIME);
      }
      case "core/v1.PersistentVolumeClaim" -> claim(object);
      case "core/v1.ReplicationController", "apps/v1.ReplicaSet" -> templates(object.make("spec"));
      case "apps/v1.Deployment" -> templates(object.make("spec"));
      case "apps/v1.DaemonSet" -> {
        templates(object.make("spec"));
        metadata.makeEntries("annotations").put("deprecated.daemonset.template.generation", "1");
      }
      case "apps/v1.StatefulSet" -> statefulSet(object.make("spec"));
      case "batch/v1.CronJob" -> templates(object.make("spec").make("jobTemplate").make("spec"));
      case "batch/v1.Job" -> job(object);
      case "core/v1.PodTemplate" -> templates(object);
      case "certificates/v1.CertificateSigningRequest" -> signingRequest(object.make("spec"));
      default -> {}
    }
  }

  private static void templates(Struct owner) {
    var template = owner.struct("template");
    if (template != null) {
      PodStrategy.convert(template.make("spec"));
    }
  }

  private static void statefulSet(Struct spec) {
    templates(spec);
    for (var claim : spec.structs("volumeClaimTemplates")) {
      dataSources(claim.make("spec"));
    }
  }

  private static void secret(Struct secret) {
    var texts = secret.entries("stringData");
    if (texts != null && texts.size() > 0) {
      var data = secret.makeEntries("data");
      texts.map.forEach(
          (key, text) -> {
            var bytes = String.valueOf(text.value()).getBytes(StandardCharsets.UTF_8);
            data.map.put(key, text.with(Base64.getEncoder().encodeToString(bytes)));
          });
    }
    secret.set("stringData", null);
  }

  private static void namespace(Struct namespace) {
    namespace.make("status").set("phase", "Active");
    var metadata = namespace.make("metadata");
    if (!metadata.text("name").isEmpty()) {
      metadata.makeEntries("labels").put("kubernetes.io/metadata.name", metadata.text("name"));
    }
    var finalizers = namespace.make("spec").makeItems("finalizers");
    if (finalizers.list.stream().noneMatch(item -> "kubernetes".equals(item.value()))) {
      finalizers.add("kubernetes");
    }
  }

  private static void claim(Struct claim) {
    claim.make("status").set("phase", "Pending");
    dataSources(claim.make("spec"));
  }

  private static void dataSources(Struct spec) {
    var source = spec.struct("dataSource");
    var reference = spec.struct("dataSourceRef");
    if (source != null && reference == null) {
      copy(source, spec.make("dataSourceRef"));
    } else if (source == null && reference != null && !reference.has("namespace")) {
      copy(reference, spec.make("dataSource"));
    }
  }

  private static void copy(Struct from, Struct to) {
    for (var field : List.of("apiGroup", "kind", "name")) {
      to.set(field, from.get(field));
    }
  }

  private static void job(Struct job) {
    var spec = job.make("spec");
    templates(spec);
    if (!spec.isTrue("manualSelector")) {
      selector(job, spec);
    }
    // Defaulting lets a Job without labels share its template's map, so that it gets these, too.
    var metadata = job.make("metadata");
    var labels = metadata.entries("labels");
    if (labels != null && labels == spec.make("template").make("metadata").entries("labels")) {
      metadata.set("labels", labels.copy());
    }
  }

  private static void selector(Struct job, Struct spec) {
    var labels = spec.make("template").make("metadata").makeEntries("labels");
    var name = job.make("metadata").text("name");
    for (var label : List.of("job-name", "batch.kubernetes.io/job-name")) {
      labels.map.putIfAbsent(label, Placed.nowhere(name));
    }
    for (var label : List.of("controller-uid", "batch.kubernetes.io/controller-uid")) {
      labels.map.putIfAbsent(label, Placed.nowhere(StandIns.UID));
    }
    spec.make("selector")
        .makeEntries("matchLabels")
        .map
        .putIfAbsent("batch.kubernetes.io/controller-uid", Placed.nowhere(StandIns.UID));
  }

  private static void signingRequest(Struct spec) {
    for (var field : List.of("uid", "extra")) {
      spec.replace(field, null);
    }
    spec.replace("username", "kubernetes-admin");
    var groups = new ArrayList<Object>(List.of("system:masters", "system:authenticated"));
    spec.replace("groups", Items.of(groups.toArray()));
  }
}
