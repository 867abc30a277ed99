package dev.plimsoll.admission;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The defaults of pods and what runs in them: pkg/apis/core/v1/defaults.go. */
final class PodDefaults {
  static final Map<String, Consumer<Struct>> ALL =
      Map.ofEntries(
          Map.entry("core/v1.Pod", PodDefaults::pod),
          Map.entry("core/v1.PodSpec", PodDefaults::podSpec),
          Map.entry("core/v1.Container", PodDefaults::container),
          Map.entry("core/v1.EphemeralContainer", PodDefaults::container),
          Map.entry("core/v1.ContainerPort", port -> port.setDefault("protocol", "TCP")),
          Map.entry("core/v1.Probe", PodDefaults::probe),
          Map.entry("core/v1.HTTPGetAction", PodDefaults::httpGetAction),
          Map.entry("core/v1.GRPCAction", grpc -> grpc.setDefault("service", "")),
          Map.entry("core/v1.FileKeySelector", key -> key.setDefault("optional", false)),
          Map.entry("core/v1.ObjectFieldSelector", field -> field.setDefault("apiVersion", "v1")));

  private PodDefaults() {}

  private static void pod(Struct pod) {
    var spec = pod.make("spec");
    for (var field : List.of("containers", "initContainers")) {
      spec.structs(field).forEach(container -> requests(container.make("resources")));
    }
    PodResources.applyDefaults(spec);
    spec.setDefault("enableServiceLinks", true);
    if (spec.isTrue("hostNetwork")) {
      for (var field : List.of("containers", "initContainers")) {
        spec.structs(field).forEach(PodDefaults::hostPorts);
      }
    }
  }

  /** Limits are copied into missing requests. */
  private static void requests(Struct resources) {
    var limits = resources.entries("limits");
    if (limits != null) {
      var requests = resources.makeEntries("requests");
      limits.map.forEach(
          (name, limit) -> {
            if (!requests.has(name)) {
              requests.put(name, limit.value());
            }
          });
    }
  }

  private static void hostPorts(Struct container) {
    for (var port : container.structs("ports")) {
      if (port.number("hostPort") == 0) {
        port.set("hostPort", port.get("containerPort"));
      }
    }
  }

  private static void podSpec(Struct spec) {
    spec.setDefault("dnsPolicy", "ClusterFirst");
    spec.setDefault("restartPolicy", "Always");
    spec.make("securityContext");
    spec.setDefault("terminationGracePeriodSeconds", 30L);
    spec.setDefault("schedulerName", "default-scheduler");
  }

  private static void container(Struct container) {
    container.setDefault("imagePullPolicy", pullPolicy(container.text("image")));
    container.setDefault("terminationMessagePath", "/dev/termination-log");
    container.setDefault("terminationMessagePolicy", "File");
  }

  /** Always for the tag latest, or for none with no digest either. */
  static String pullPolicy(String image) {
    return ImageName.tag(image).equals("latest") ? "Always" : "IfNotPresent";
  }

  private static void probe(Struct probe) {
    probe.setDefault("timeoutSeconds", 1L);
    probe.setDefault("periodSeconds", 10L);
    probe.setDefault("successThreshold", 1L);
    probe.setDefault("failureThreshold", 3L);
  }

  private static void httpGetAction(Struct action) {
    action.setDefault("path", "/");
    action.setDefault("scheme", "HTTP");
  }
}
