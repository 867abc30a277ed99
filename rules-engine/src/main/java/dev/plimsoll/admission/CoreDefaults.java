package dev.plimsoll.admission;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The defaults of the core group's kinds but pods: pkg/apis/core/v1/defaults.go. */
final class CoreDefaults {
  static final Map<String, Consumer<Struct>> ALL =
      Map.ofEntries(
          Map.entry("core/v1.Service", CoreDefaults::service),
          Map.entry("core/v1.ReplicationController", CoreDefaults::replicationController),
          Map.entry("core/v1.Secret", secret -> secret.setDefault("type", "Opaque")),
          Map.entry("core/v1.PersistentVolume", CoreDefaults::persistentVolume),
          Map.entry(
              "core/v1.PersistentVolumeClaim",
              claim -> claim.make("status").setDefault("phase", "Pending")),
          Map.entry(
              "core/v1.PersistentVolumeClaimSpec",
              spec -> spec.setDefault("volumeMode", "Filesystem")),
          Map.entry("core/v1.EndpointPort", port -> port.setDefault("protocol", "TCP")),
          Map.entry("core/v1.Namespace", CoreDefaults::namespace),
          Map.entry("core/v1.NodeStatus", CoreDefaults::nodeStatus),
          Map.entry("core/v1.LimitRangeItem", CoreDefaults::limitRangeItem));

  private static final Set<String> ROUTED = Set.of("ClusterIP", "NodePort", "LoadBalancer");
  private static final long AFFINITY_SECONDS = 10800;

  private CoreDefaults() {}

  private static void service(Struct service) {
    var spec = service.make("spec");
    spec.setDefault("sessionAffinity", "None");
    switch (spec.text("sessionAffinity")) {
      case "None" -> spec.set("sessionAffinityConfig", null);
      case "ClientIP" -> {
        var clientIp = spec.make("sessionAffinityConfig").make("clientIP");
        clientIp.setDefault("timeoutSeconds", AFFINITY_SECONDS);
      }
      default -> {}
    }
    spec.setDefault("type", "ClusterIP");
    for (var port : spec.structs("ports")) {
      port.setDefault("protocol", "TCP");
      port.setDefault("targetPort", port.number("port"));
    }
    var type = spec.text("type");
    var externalIps = spec.items("externalIPs");
    boolean external =
        type.equals("LoadBalancer")
            || type.equals("NodePort")
            || type.equals("ClusterIP") && externalIps != null && externalIps.size() > 0;
    if (external) {
      spec.setDefault("externalTrafficPolicy", "Cluster");
    }
    if (ROUTED.contains(type)) {
      spec.setDefault("internalTrafficPolicy", "Cluster");
    }
    if (type.equals("LoadBalancer")) {
      spec.setDefault("allocateLoadBalancerNodePorts", true);
    }
  }

  private static void replicationController(Struct controller) {
    var spec = controller.make("spec");
    var template = spec.struct("template");
    var labels = template == null ? null : template.make("metadata").entries("labels");
    if (labels != null) {
      var selector = spec.entries("selector");
      if (selector == null || selector.size() == 0) {
        spec.set("selector", labels.copy());
      }
      var metadata = controller.make("metadata");
      var own = metadata.entries("labels");
      if (own == null || own.size() == 0) {
        metadata.set("labels", labels.copy());
      }
    }
    spec.setDefault("replicas", 1L);
  }

  private static void persistentVolume(Struct volume) {
    volume.make("status").setDefault("phase", "Pending");
    var spec = volume.make("spec");
    spec.setDefault("persistentVolumeReclaimPolicy", "Retain");
    spec.setDefault("volumeMode", "Filesystem");
  }

  private static void namespace(Struct namespace) {
    var metadata = namespace.make("metadata");
    if (!metadata.text("name").isEmpty()) {
      metadata.makeEntries("labels").put("kubernetes.io/metadata.name", metadata.text("name"));
    }
    namespace.make("status").setDefault("phase", "Active");
  }

  private static void nodeStatus(Struct status) {
    var capacity = status.entries("capacity");
    if (capacity != null && !status.has("allocatable")) {
      status.set("allocatable", capacity.copy());
    }
  }

  private static void limitRangeItem(Struct item) {
    if (item.text("type").equals("Container")) {
      fill(item, "default", "max");
      fill(item, "defaultRequest", "default");
      fill(item, "defaultRequest", "min");
    }
  }

  private static void fill(Struct item, String field, String from) {
    var target = item.makeEntries(field);
    var source = item.entries(from);
    if (source != null) {
      source.map.forEach(
          (name, placed) -> {
            if (!target.has(name)) {
              target.put(name, placed.value());
            }
          });
    }
  }
}
