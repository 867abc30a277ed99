package dev.plimsoll.cel;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Expressions as policies have them over a Pod, each in CEL and written in Java by hand. */
final class PodExpressions {
  /**
   * An expression in both languages.
   *
   * @param java the same over the same maps
   */
  record Example(String cel, Predicate<Map<String, ?>> java) {}

  static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: shop
        labels: {app: web, tier: front}
        annotations: {owner: team-a}
      spec:
        serviceAccountName: web
        automountServiceAccountToken: false
        securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
        containers:
        - name: web
          image: registry.example.com/web:1.2.3
          imagePullPolicy: IfNotPresent
          ports: [{containerPort: 8080, protocol: TCP}]
          resources:
            requests: {cpu: 100m, memory: 128Mi}
            limits: {memory: 256Mi}
          securityContext:
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: true
            capabilities: {drop: [ALL]}
        - name: log
          image: registry.example.com/log:2.0.0
          resources:
            requests: {cpu: 10m, memory: 32Mi}
            limits: {memory: 64Mi}
          securityContext:
            allowPrivilegeEscalation: false
            capabilities: {drop: [ALL]}
        - name: proxy
          image: registry.example.com/proxy:3.1.4
          resources:
            requests: {cpu: 10m, memory: 32Mi}
            limits: {memory: 64Mi}
          securityContext:
            allowPrivilegeEscalation: false
            capabilities: {drop: [ALL], add: [NET_BIND_SERVICE]}
        volumes:
        - {name: tmp, emptyDir: {}}
        - {name: config, configMap: {name: web}}
      """;

  static final List<Example> ALL =
      List.of(
          new Example("object.metadata.name != ''", p -> !"".equals(in(p, "metadata", "name"))),
          new Example(
              "object.metadata.namespace == 'shop'",
              p -> "shop".equals(in(p, "metadata", "namespace"))),
          new Example("has(object.metadata.labels)", p -> in(p, "metadata", "labels") != null),
          new Example(
              "has(object.metadata.labels) && 'app' in object.metadata.labels",
              p -> map(in(p, "metadata", "labels")).containsKey("app")),
          new Example(
              "object.metadata.?labels.?app.orValue('') == 'web'",
              p -> "web".equals(in(p, "metadata", "labels", "app"))),
          new Example(
              "'owner' in object.metadata.annotations && object.metadata.annotations['owner'] !="
                  + " ''",
              p -> {
                var owner = in(p, "metadata", "annotations", "owner");
                return owner != null && !owner.equals("");
              }),
          new Example(
              "!has(object.spec.hostNetwork) || object.spec.hostNetwork == false",
              p -> !Boolean.TRUE.equals(in(p, "spec", "hostNetwork"))),
          new Example(
              "object.spec.?hostPID.orValue(false) == false && object.spec.?hostIPC.orValue(false)"
                  + " == false",
              p ->
                  !Boolean.TRUE.equals(in(p, "spec", "hostPID"))
                      && !Boolean.TRUE.equals(in(p, "spec", "hostIPC"))),
          new Example(
              "object.spec.?securityContext.?runAsNonRoot.orValue(false)",
              p -> Boolean.TRUE.equals(in(p, "spec", "securityContext", "runAsNonRoot"))),
          new Example(
              "object.spec.?automountServiceAccountToken.orValue(true) == false",
              p -> Boolean.FALSE.equals(in(p, "spec", "automountServiceAccountToken"))),
          new Example(
              "object.spec.securityContext.seccompProfile.type in ['RuntimeDefault', 'Localhost']",
              p ->
                  Set.of("RuntimeDefault", "Localhost")
                      .contains(
                          String.valueOf(
                              in(p, "spec", "securityContext", "seccompProfile", "type")))),
          new Example(
              "object.spec.containers.all(c, has(c.image))",
              p -> all(p, c -> c.containsKey("image"))),
          new Example(
              "object.spec.containers.all(c, !c.image.endsWith(':latest'))",
              p -> all(p, c -> !text(c, "image").endsWith(":latest"))),
          new Example(
              "object.spec.containers.all(c, c.image.startsWith('registry.example.com/'))",
              p -> all(p, c -> text(c, "image").startsWith("registry.example.com/"))),
          new Example(
              "object.spec.containers.all(c, c.image.contains(':') || c.image.contains('@'))",
              p -> all(p, c -> text(c, "image").contains(":") || text(c, "image").contains("@"))),
          new Example(
              "object.spec.containers.all(c, has(c.resources) && has(c.resources.limits) &&"
                  + " has(c.resources.limits.memory))",
              p -> all(p, c -> in(c, "resources", "limits", "memory") != null)),
          new Example(
              "object.spec.containers.all(c, c.?resources.?requests.?cpu.hasValue())",
              p -> all(p, c -> in(c, "resources", "requests", "cpu") != null)),
          new Example(
              "object.spec.containers.all(c, c.?securityContext.?privileged.orValue(false) =="
                  + " false)",
              p -> all(p, c -> !Boolean.TRUE.equals(in(c, "securityContext", "privileged")))),
          new Example(
              "object.spec.containers.all(c, has(c.securityContext) &&"
                  + " has(c.securityContext.allowPrivilegeEscalation) &&"
                  + " c.securityContext.allowPrivilegeEscalation == false)",
              p ->
                  all(
                      p,
                      c ->
                          Boolean.FALSE.equals(
                              in(c, "securityContext", "allowPrivilegeEscalation")))),
          new Example(
              "object.spec.containers.all(c, 'ALL' in c.securityContext.capabilities.drop)",
              p ->
                  all(
                      p,
                      c -> list(in(c, "securityContext", "capabilities", "drop")).contains("ALL"))),
          new Example(
              "object.spec.containers.exists(c, c.name == 'proxy')",
              p -> !all(p, c -> !"proxy".equals(c.get("name")))),
          new Example(
              "object.spec.containers.filter(c, !has(c.imagePullPolicy)).size() == 2",
              p -> {
                int count = 0;
                for (var container : list(in(p, "spec", "containers"))) {
                  count += map(container).containsKey("imagePullPolicy") ? 0 : 1;
                }
                return count == 2;
              }),
          new Example(
              "size(object.spec.containers) <= 10",
              p -> list(in(p, "spec", "containers")).size() <= 10),
          new Example(
              "!has(object.spec.volumes) || object.spec.volumes.all(v, !has(v.hostPath))",
              p -> {
                for (var volume : list(in(p, "spec", "volumes"))) {
                  if (map(volume).containsKey("hostPath")) {
                    return false;
                  }
                }
                return true;
              }));

  private PodExpressions() {}

  private static boolean all(Map<String, ?> pod, Predicate<Map<?, ?>> holds) {
    for (var container : list(in(pod, "spec", "containers"))) {
      if (!holds.test(map(container))) {
        return false;
      }
    }
    return true;
  }

  private static String text(Map<?, ?> map, String field) {
    return map.get(field) instanceof String text ? text : "";
  }

  private static @Nullable Object in(Object root, String... path) {
    Object value = root;
    for (var field : path) {
      if (!(value instanceof Map<?, ?> map)) {
        return null;
      }
      value = map.get(field);
    }
    return value;
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }
}
