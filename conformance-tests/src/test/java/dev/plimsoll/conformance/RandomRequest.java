package dev.plimsoll.conformance;

import dev.plimsoll.resources.GroupVersionKind;
import dev.plimsoll.resources.GroupVersionResource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A made-up request: to create, change, delete or connect to an object of one of a few kinds. */
final class RandomRequest {
  private static final List<Target> TARGETS =
      List.of(
          new Target("v1", "Pod", "pods", "", true),
          new Target("v1", "Pod", "pods", "", true),
          new Target("apps/v1", "Deployment", "deployments", "", true),
          new Target("v1", "Pod", "pods", "ephemeralcontainers", true),
          new Target("autoscaling/v1", "Scale", "deployments", "scale", true),
          new Target("v1", "PodExecOptions", "pods", "exec", true),
          new Target("v1", "Namespace", "namespaces", "", false),
          new Target("v1", "Namespace", "namespaces", "finalize", false),
          new Target("v1", "Node", "nodes", "", false),
          new Target("example.com/v1", "Widget", "widgets", "", true),
          new Target(
              "authorization.k8s.io/v1", "SubjectAccessReview", "subjectaccessreviews", "", false),
          new Target("rbac.authorization.k8s.io/v1", "ClusterRole", "clusterroles", "", false));

  private final Random random;
  private final Target target;
  private final String operation;

  private record Target(
      String apiVersion, String kind, String resource, String subResource, boolean namespaced) {}

  RandomRequest(Random random) {
    this.random = random;
    target = TARGETS.get(random.nextInt(TARGETS.size()));
    operation =
        target.kind().equals("PodExecOptions")
            ? "CONNECT"
            : one("CREATE", "CREATE", "UPDATE", "DELETE");
  }

  /** Subresources of another group than their object's are requested by the object's. */
  GroupVersionResource resource() {
    var version = target.kind().equals("Scale") ? "apps/v1" : target.apiVersion();
    var kind = GroupVersionKind.of(version, "");
    return new GroupVersionResource(kind.group(), kind.version(), target.resource());
  }

  String subResource() {
    return target.subResource();
  }

  String operation() {
    return operation;
  }

  Map<String, @Nullable Object> fields() {
    var name = one("web", "db", "a");
    boolean generated = operation.equals("CREATE") && chance(10);
    var namespace = target.namespaced() ? one("default", "shop", "kube-system") : "";
    if (target.kind().equals("Namespace")) {
      namespace = name = generated ? name : one("default", "shop");
    }
    var kind = GroupVersionKind.of(target.apiVersion(), target.kind());
    var fields = new LinkedHashMap<String, @Nullable Object>();
    fields.put("uid", "1");
    fields.put(
        "kind", Map.of("group", kind.group(), "version", kind.version(), "kind", kind.kind()));
    fields.put(
        "resource",
        Map.of(
            "group",
            resource().group(),
            "version",
            resource().version(),
            "resource",
            resource().resource()));
    put(fields, "subResource", target.subResource());
    put(fields, "name", generated ? "" : name);
    put(fields, "namespace", namespace);
    fields.put("operation", operation);
    fields.put("userInfo", user());
    if (!operation.equals("DELETE")) {
      fields.put("object", object(name, namespace, generated));
    }
    if (operation.equals("UPDATE") || operation.equals("DELETE")) {
      fields.put("oldObject", object(name, namespace, false));
    }
    fields.put("dryRun", chance(20));
    if (chance(70)) {
      fields.put("options", Map.of("kind", "CreateOptions", "apiVersion", "meta.k8s.io/v1"));
    }
    return fields;
  }

  private Map<String, @Nullable Object> user() {
    var user = new LinkedHashMap<String, @Nullable Object>();
    put(user, "username", one("jane", "system:serviceaccount:shop:robot"));
    if (chance(30)) {
      user.put("uid", "7");
    }
    if (chance(70)) {
      user.put("groups", List.of("system:authenticated", one("dev", "ops")));
    }
    if (chance(15)) {
      user.put("extra", Map.of("scopes", List.of("x", "y")));
    }
    return user;
  }

  private Map<String, @Nullable Object> object(String name, String namespace, boolean generated) {
    var object = new LinkedHashMap<String, @Nullable Object>();
    object.put("apiVersion", target.apiVersion());
    object.put("kind", target.kind());
    if (target.kind().equals("PodExecOptions")) {
      object.put("stdin", chance(50));
      object.put("command", List.of("sh"));
      return object;
    }
    var metadata = new LinkedHashMap<String, @Nullable Object>();
    metadata.put(generated ? "generateName" : "name", generated ? name + "-" : name);
    if (target.namespaced()) {
      metadata.put("namespace", namespace);
    }
    if (chance(70)) {
      metadata.put("labels", labels());
    }
    object.put("metadata", metadata);
    var spec = new LinkedHashMap<String, @Nullable Object>();
    spec.put("replicas", (long) random.nextInt(5));
    spec.put("ratio", random.nextInt(8) / 4.0);
    spec.put("hostNetwork", chance(30));
    var containers = new ArrayList<Map<String, @Nullable Object>>();
    for (int i = random.nextInt(4); i > 0; i--) {
      containers.add(container(i));
    }
    spec.put("containers", containers);
    object.put("spec", spec);
    return object;
  }

  private Map<String, @Nullable Object> container(int number) {
    var container = new LinkedHashMap<String, @Nullable Object>();
    container.put("name", "c" + number);
    container.put("image", one("nginx:latest", "nginx:1.27", "registry.example.com/a/b@sha256:12"));
    if (chance(50)) {
      container.put("resources", Map.of("limits", Map.of("cpu", one("100m", "2"))));
    }
    return container;
  }

  private Map<String, @Nullable Object> labels() {
    var labels = new LinkedHashMap<String, @Nullable Object>();
    for (int i = random.nextInt(3); i > 0; i--) {
      labels.put(one("app", "tier", "example.com/team"), one("web", "db", ""));
    }
    return labels;
  }

  private static void put(Map<String, @Nullable Object> map, String name, String text) {
    if (!text.isEmpty()) {
      map.put(name, text);
    }
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private String one(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
