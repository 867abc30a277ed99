package dev.plimsoll.admission;

import java.util.Map;
import java.util.function.Consumer;

/** The defaults of the group autoscaling: pkg/apis/autoscaling/{v1,v2}/defaults.go. */
final class AutoscalingDefaults {
  static final Map<String, Consumer<Struct>> ALL =
      Map.of(
          "autoscaling/v1.HorizontalPodAutoscaler",
          scaler -> scaler.make("spec").setDefault("minReplicas", 1L),
          "autoscaling/v2.HorizontalPodAutoscaler",
          AutoscalingDefaults::scaler);

  private static final long CPU_PERCENT = 80;
  private static final long PERIOD_SECONDS = 15;

  private AutoscalingDefaults() {}

  private static void scaler(Struct scaler) {
    var spec = scaler.make("spec");
    spec.setDefault("minReplicas", 1L);
    if (spec.structs("metrics").isEmpty()) {
      var metric = spec.append("metrics");
      metric.set("type", "Resource");
      var resource = metric.make("resource");
      resource.set("name", "cpu");
      resource.make("target").set("type", "Utilization");
      resource.make("target").set("averageUtilization", CPU_PERCENT);
    }
    var behavior = spec.struct("behavior");
    if (behavior != null) {
      var up = behavior.make("scaleUp");
      up.setDefault("stabilizationWindowSeconds", 0L);
      if (!up.has("policies")) {
        policy(up, "Pods", 4);
        policy(up, "Percent", 100);
      }
      up.setDefault("selectPolicy", "Max");
      var down = behavior.make("scaleDown");
      if (!down.has("policies")) {
        policy(down, "Percent", 100);
      }
      down.setDefault("selectPolicy", "Max");
    }
  }

  private static void policy(Struct rules, String type, long value) {
    var policy = rules.append("policies");
    policy.set("type", type);
    policy.set("value", value);
    policy.set("periodSeconds", PERIOD_SECONDS);
  }
}
