package dev.plimsoll.admission;

import java.util.Map;
import java.util.function.Consumer;

/** The defaults of the groups apps and batch: pkg/apis/{apps,batch}/v1/defaults.go. */
final class WorkloadDefaults {
  static final Map<String, Consumer<Struct>> ALL =
      Map.ofEntries(
          Map.entry("apps/v1.Deployment", WorkloadDefaults::deployment),
          Map.entry("apps/v1.DaemonSet", WorkloadDefaults::daemonSet),
          Map.entry("apps/v1.StatefulSet", WorkloadDefaults::statefulSet),
          Map.entry("apps/v1.ReplicaSet", set -> set.make("spec").setDefault("replicas", 1L)),
          Map.entry("batch/v1.Job", WorkloadDefaults::job),
          Map.entry("batch/v1.CronJob", WorkloadDefaults::cronJob),
          Map.entry(
              "batch/v1.PodFailurePolicyOnPodConditionsPattern",
              pattern -> pattern.setDefault("status", "True")));

  private WorkloadDefaults() {}

  private static void deployment(Struct deployment) {
    var spec = deployment.make("spec");
    spec.setDefault("replicas", 1L);
    var strategy = spec.make("strategy");
    strategy.setDefault("type", "RollingUpdate");
    if (strategy.text("type").equals("RollingUpdate")) {
      var rollingUpdate = strategy.make("rollingUpdate");
      rollingUpdate.setDefault("maxUnavailable", "25%");
      rollingUpdate.setDefault("maxSurge", "25%");
    }
    spec.setDefault("revisionHistoryLimit", 10L);
    spec.setDefault("progressDeadlineSeconds", 600L);
  }

  private static void daemonSet(Struct set) {
    var spec = set.make("spec");
    var strategy = spec.make("updateStrategy");
    strategy.setDefault("type", "RollingUpdate");
    if (strategy.text("type").equals("RollingUpdate")) {
      var rollingUpdate = strategy.make("rollingUpdate");
      rollingUpdate.setDefault("maxUnavailable", 1L);
      rollingUpdate.setDefault("maxSurge", 0L);
    }
    spec.setDefault("revisionHistoryLimit", 10L);
  }

  private static void statefulSet(Struct set) {
    var spec = set.make("spec");
    spec.setDefault("podManagementPolicy", "OrderedReady");
    var strategy = spec.make("updateStrategy");
    if (strategy.text("type").isEmpty()) {
      strategy.set("type", "RollingUpdate");
      strategy.make("rollingUpdate");
    }
    var rollingUpdate = strategy.struct("rollingUpdate");
    if (strategy.text("type").equals("RollingUpdate") && rollingUpdate != null) {
      rollingUpdate.setDefault("partition", 0L);
    }
    var retention = spec.make("persistentVolumeClaimRetentionPolicy");
    retention.setDefault("whenDeleted", "Retain");
    retention.setDefault("whenScaled", "Retain");
    spec.setDefault("replicas", 1L);
    spec.setDefault("revisionHistoryLimit", 10L);
    for (var claim : spec.structs("volumeClaimTemplates")) {
      claim.setDefault("apiVersion", "v1");
      claim.setDefault("kind", "PersistentVolumeClaim");
    }
  }

  private static void job(Struct job) {
    var spec = job.make("spec");
    if (!spec.has("completions") && !spec.has("parallelism")) {
      spec.set("completions", 1L);
      spec.set("parallelism", 1L);
    }
    spec.setDefault("parallelism", 1L);
    spec.setDefault(
        "backoffLimit", spec.has("backoffLimitPerIndex") ? (long) Integer.MAX_VALUE : 6L);
    var labels = spec.make("template").make("metadata").entries("labels");
    var metadata = job.make("metadata");
    var own = metadata.entries("labels");
    if (labels != null && (own == null || own.size() == 0)) {
      metadata.set("labels", labels);
    }
    spec.setDefault("completionMode", "NonIndexed");
    spec.setDefault("suspend", false);
    boolean policy = spec.has("podFailurePolicy");
    spec.setDefault("podReplacementPolicy", policy ? "Failed" : "TerminatingOrFailed");
    spec.setDefault("manualSelector", false);
  }

  private static void cronJob(Struct cronJob) {
    var spec = cronJob.make("spec");
    spec.setDefault("concurrencyPolicy", "Allow");
    spec.setDefault("suspend", false);
    spec.setDefault("successfulJobsHistoryLimit", 3L);
    spec.setDefault("failedJobsHistoryLimit", 1L);
  }
}
