package dev.plimsoll.admission;

import dev.plimsoll.cel.functions.Quantity;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What becomes of a pod when it is created: pkg/registry/core/pod/strategy.go. */
final class PodStrategy {
  private PodStrategy() {}

  static void prepare(Struct pod) {
    var spec = pod.make("spec");
    convert(spec);
    var status = pod.make("status");
    status.set("phase", "Pending");
    status.set("qosClass", qosClass(spec));
    if (!spec.structs("schedulingGates").isEmpty()) {
      var condition = status.append("conditions");
      condition.set("type", "PodScheduled");
      condition.set("status", "False");
      condition.set("lastTransitionTime", StandIns.TIME);
      condition.set("reason", "SchedulingGated");
      condition.set("message", "Scheduling is blocked due to non-empty scheduling gates");
    }
    var labels = pod.make("metadata").entries("labels");
    AffinityKeys.apply(spec, labels == null ? new Entries() : labels);
  }

  /** What a pod's specification, in a template too, is after conversion. */
  static void convert(Struct spec) {
    spec.setDefault("serviceAccountName", spec.text("serviceAccount"));
    spec.set("serviceAccount", spec.get("serviceAccountName"));
    // Its feature gate, GenericWorkload, is off by default.
    spec.set("schedulingGroup", null);
  }

  private static String qosClass(Struct spec) {
    var requests = new HashMap<String, BigDecimal>();
    var limits = new HashMap<String, BigDecimal>();
    boolean guaranteed = true;
    var own = spec.struct("resources");
    if (own != null && (sized(own, "requests") || sized(own, "limits"))) {
      sum(own, "requests", requests);
      guaranteed = sum(own, "limits", limits);
    } else {
      for (var field : List.of("containers", "initContainers")) {
        for (var container : spec.structs(field)) {
          var resources = container.make("resources");
          sum(resources, "requests", requests);
          guaranteed &= sum(resources, "limits", limits);
        }
      }
    }
    if (requests.isEmpty() && limits.isEmpty()) {
      return "BestEffort";
    }
    return guaranteed && equal(requests, limits) ? "Guaranteed" : "Burstable";
  }

  private static boolean sized(Struct resources, String field) {
    var entries = resources.entries(field);
    return entries != null && entries.size() > 0;
  }

  /** Adds the amounts of cpu and memory, and returns whether both are there. */
  private static boolean sum(Struct resources, String field, Map<String, BigDecimal> totals) {
    var entries = resources.entries(field);
    int found = 0;
    for (var name : List.of("cpu", "memory")) {
      if (entries != null && entries.get(name) instanceof String text) {
        var amount = Quantity.parse(text).amount();
        if (amount.signum() > 0) {
          totals.merge(name, amount, BigDecimal::add);
          found++;
        }
      }
    }
    return found == 2;
  }

  private static boolean equal(Map<String, BigDecimal> requests, Map<String, BigDecimal> limits) {
    return requests.size() == limits.size()
        && requests.entrySet().stream()
            .allMatch(
                entry -> {
                  var limit = limits.get(entry.getKey());
                  return limit != null && limit.compareTo(entry.getValue()) == 0;
                });
  }
}
