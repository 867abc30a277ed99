package dev.plimsoll.admission;

import java.util.Map;
import java.util.function.Consumer;

/** The defaults of the groups that have but a few: pkg/apis/GROUP/v1/defaults.go. */
final class GroupDefaults {
  private static final String RBAC = "rbac.authorization.k8s.io";

  static final Map<String, Consumer<Struct>> ALL =
      Map.ofEntries(
          Map.entry("networking/v1.NetworkPolicyPort", port -> port.setDefault("protocol", "TCP")),
          Map.entry("networking/v1.NetworkPolicy", GroupDefaults::networkPolicy),
          Map.entry(
              "networking/v1.IngressClassParametersReference",
              parameters -> parameters.setDefault("scope", "Cluster")),
          Map.entry("discovery/v1.EndpointPort", GroupDefaults::endpointPort),
          Map.entry("rbac/v1.RoleRef", roleRef -> roleRef.setDefault("apiGroup", RBAC)),
          Map.entry("rbac/v1.Subject", GroupDefaults::subject),
          Map.entry(
              "scheduling/v1.PriorityClass",
              priority -> priority.setDefault("preemptionPolicy", "PreemptLowerPriority")),
          Map.entry("storage/v1.StorageClass", GroupDefaults::storageClass),
          Map.entry("storage/v1.CSIDriverSpec", GroupDefaults::csiDriver),
          Map.entry(
              "flowcontrol/v1.FlowSchemaSpec",
              spec -> spec.setDefault("matchingPrecedence", 1000L)),
          Map.entry("flowcontrol/v1.ExemptPriorityLevelConfiguration", level -> shares(level, 0)),
          Map.entry("flowcontrol/v1.LimitedPriorityLevelConfiguration", level -> shares(level, 30)),
          Map.entry("flowcontrol/v1.QueuingConfiguration", GroupDefaults::queuing),
          Map.entry("resource/v1.ExactDeviceRequest", GroupDefaults::deviceRequest),
          Map.entry("resource/v1.DeviceSubRequest", GroupDefaults::deviceRequest),
          Map.entry(
              "resource/v1.DeviceToleration",
              toleration -> toleration.setDefault("operator", "Equal")),
          Map.entry(
              "resource/v1.DeviceTaint", taint -> taint.setDefault("timeAdded", StandIns.TIME)));

  private GroupDefaults() {}

  private static void networkPolicy(Struct policy) {
    var spec = policy.make("spec");
    var types = spec.items("policyTypes");
    if (types == null || types.size() == 0) {
      var derived = Items.of("Ingress");
      if (!spec.structs("egress").isEmpty()) {
        derived.add("Egress");
      }
      spec.set("policyTypes", derived);
    }
  }

  private static void endpointPort(Struct port) {
    port.setDefault("name", "");
    port.setDefault("protocol", "TCP");
  }

  private static void subject(Struct subject) {
    var kind = subject.text("kind");
    if (kind.equals("User") || kind.equals("Group")) {
      subject.setDefault("apiGroup", RBAC);
    }
  }

  private static void storageClass(Struct storage) {
    storage.setDefault("reclaimPolicy", "Delete");
    storage.setDefault("volumeBindingMode", "Immediate");
  }

  private static void csiDriver(Struct spec) {
    spec.setDefault("attachRequired", true);
    spec.setDefault("podInfoOnMount", false);
    spec.setDefault("storageCapacity", false);
    spec.setDefault("fsGroupPolicy", "ReadWriteOnceWithFSType");
    var modes = spec.items("volumeLifecycleModes");
    if (modes == null || modes.size() == 0) {
      spec.set("volumeLifecycleModes", Items.of("Persistent"));
    }
    spec.setDefault("requiresRepublish", false);
    spec.setDefault("seLinuxMount", false);
  }

  private static void shares(Struct level, long shares) {
    level.setDefault("nominalConcurrencyShares", shares);
    level.setDefault("lendablePercent", 0L);
  }

  private static void queuing(Struct queuing) {
    queuing.setDefault("handSize", 8L);
    queuing.setDefault("queues", 64L);
    queuing.setDefault("queueLengthLimit", 50L);
  }

  private static void deviceRequest(Struct request) {
    request.setDefault("allocationMode", "ExactCount");
    if (request.text("allocationMode").equals("ExactCount")) {
      request.setDefault("count", 1L);
    }
  }
}
