package dev.plimsoll.admission;

import java.util.List;

/** The mutating admission plugins that are on by default, as far as they need no cluster. */
final class Plugins {
  private static final long TOLERATION_SECONDS = 300;
  private static final long SYSTEM_CRITICAL = 2_000_000_000L;
  private static final String TOKEN_VOLUME = "kube-api-access-";
  private static final String TOKEN_PATH = "/var/run/secrets/kubernetes.io/serviceaccount";
  private static final long TOKEN_SECONDS = 3607;

  private Plugins() {}

  static void mutate(Struct object) {
    switch (object.type.name()) {
      case "core/v1.Pod" -> {
        var spec = object.make("spec");
        serviceAccount(object, spec);
        priority(spec);
        defaultTolerationSeconds(spec);
      }
      case "core/v1.PersistentVolumeClaim" -> finalizer(object, "kubernetes.io/pvc-protection");
      case "core/v1.PersistentVolume" -> finalizer(object, "kubernetes.io/pv-protection");
      case "storage/v1.VolumeAttributesClass" -> finalizer(object, "kubernetes.io/vac-protection");
      case "core/v1.Node" -> notReadyTaint(object.make("spec"));
      default -> {}
    }
  }

  private static void serviceAccount(Struct pod, Struct spec) {
    var annotations = pod.make("metadata").entries("annotations");
    if (annotations != null && annotations.has("kubernetes.io/config.mirror")) {
      return;
    }
    spec.setDefault("serviceAccountName", spec.text("serviceAccount"));
    spec.setDefault("serviceAccountName", "default");
    spec.setDefault("serviceAccount", spec.text("serviceAccountName"));
    if (!Boolean.FALSE.equals(spec.get("automountServiceAccountToken"))) {
      mountToken(spec);
    }
  }

  private static void mountToken(Struct spec) {
    var name = TOKEN_VOLUME + StandIns.SUFFIX;
    boolean hasVolume = false;
    for (var volume : spec.structs("volumes")) {
      if (!hasVolume && volume.text("name").startsWith(TOKEN_VOLUME)) {
        name = volume.text("name");
        hasVolume = true;
      }
    }
    boolean needed = false;
    for (var field : List.of("initContainers", "containers")) {
      for (var container : spec.structs(field)) {
        boolean mounted =
            container.structs("volumeMounts").stream()
                .anyMatch(mount -> mount.text("mountPath").equals(TOKEN_PATH));
        if (!mounted) {
          var mount = container.append("volumeMounts");
          mount.set("name", name);
          mount.set("readOnly", true);
          mount.set("mountPath", TOKEN_PATH);
          needed = true;
        }
      }
    }
    if (needed && !hasVolume) {
      tokenVolume(spec.append("volumes"), name);
    }
  }

  private static void tokenVolume(Struct volume, String name) {
    volume.set("name", name);
    var projected = volume.make("projected");
    projected.set("defaultMode", 0644L);
    var token = projected.append("sources").make("serviceAccountToken");
    token.set("path", "token");
    token.set("expirationSeconds", TOKEN_SECONDS);
    var certificate = projected.append("sources").make("configMap");
    certificate.set("name", "kube-root-ca.crt");
    var key = certificate.append("items");
    key.set("key", "ca.crt");
    key.set("path", "ca.crt");
    var file = projected.append("sources").make("downwardAPI").append("items");
    file.set("path", "namespace");
    file.make("fieldRef").set("apiVersion", "v1");
    file.make("fieldRef").set("fieldPath", "metadata.namespace");
  }

  private static void priority(Struct spec) {
    switch (spec.text("priorityClassName")) {
      case "system-cluster-critical" -> spec.setDefault("priority", SYSTEM_CRITICAL);
      case "system-node-critical" -> spec.setDefault("priority", SYSTEM_CRITICAL + 1000);
      default -> spec.setDefault("priority", 0L);
    }
    spec.setDefault("preemptionPolicy", "PreemptLowerPriority");
  }

  private static void defaultTolerationSeconds(Struct spec) {
    for (var taint : List.of("node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable")) {
      boolean tolerated =
          spec.structs("tolerations").stream().anyMatch(toleration -> tolerates(toleration, taint));
      if (!tolerated) {
        var toleration = spec.append("tolerations");
        toleration.set("key", taint);
        toleration.set("operator", "Exists");
        toleration.set("effect", "NoExecute");
        toleration.set("tolerationSeconds", TOLERATION_SECONDS);
      }
    }
  }

  private static boolean tolerates(Struct toleration, String taint) {
    var key = toleration.text("key");
    var effect = toleration.text("effect");
    return (key.isEmpty() || key.equals(taint)) && (effect.isEmpty() || effect.equals("NoExecute"));
  }

  private static void finalizer(Struct object, String name) {
    var finalizers = object.make("metadata").makeItems("finalizers");
    if (finalizers.list.stream().noneMatch(item -> name.equals(item.value()))) {
      finalizers.add(name);
    }
  }

  private static void notReadyTaint(Struct spec) {
    boolean tainted =
        spec.structs("taints").stream()
            .anyMatch(
                taint ->
                    taint.text("key").equals("node.kubernetes.io/not-ready")
                        && taint.text("effect").equals("NoSchedule"));
    if (!tainted) {
      var taint = spec.append("taints");
      taint.set("key", "node.kubernetes.io/not-ready");
      taint.set("effect", "NoSchedule");
    }
  }
}
