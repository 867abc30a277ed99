package dev.plimsoll.review;

import dev.plimsoll.policy.Binding;
import dev.plimsoll.policy.LabelSelector;
import dev.plimsoll.policy.ParamKind;
import dev.plimsoll.policy.ParamRef;
import dev.plimsoll.policy.Policy;
import dev.plimsoll.resources.GroupVersionKind;
import dev.plimsoll.resources.RestMapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The params that a binding passes to its policy, one run of the policy for each, as
 * kubernetes/apiserver policy/generic CollectParams finds them.
 */
sealed interface Params {

  /** The params to run with. */
  record Found(List<Param> params) implements Params {
    private static final Found NONE_WANTED = new Found(List.of(new Param("", null)));
  }

  /** They can't be had, by the binding's fault. */
  record Failed(String message) implements Params {}

  /** Nobody here can tell. */
  record Unknown(String reason) implements Params {}

  /**
   * One of them.
   *
   * @param name {@code namespace/name} or {@code name}; empty if {@code params} is null
   */
  record Param(String name, @Nullable Map<String, @Nullable Object> value) {}

  /** Returns a resource of params, or why there is none. */
  static Answer<RestMapping.Resource> resource(ParamKind kind, Cluster cluster) {
    return cluster.resource(new GroupVersionKind(kind.group(), kind.version(), kind.kind()));
  }

  /**
   * Finds the params of a binding.
   *
   * @param namespace the request's, empty outside of namespaces
   */
  static Params find(Policy policy, Binding binding, String namespace, Cluster cluster) {
    var kind = policy.paramKind();
    var ref = binding.paramRef();
    if (kind == null || ref == null) {
      return Found.NONE_WANTED;
    }
    return switch (resource(kind, cluster)) {
      case Answer.Known(var resource) -> find(resource, kind, ref, namespace, cluster);
      case Answer.Absent<?> _ -> new Failed(unknownKind(kind));
      case Answer.Unknown(var reason) -> new Unknown(reason);
    };
  }

  static String unknownKind(ParamKind kind) {
    var group = kind.group().isEmpty() ? "" : kind.group();
    return "failed to find resource referenced by paramKind: '"
        + group
        + "/"
        + kind.version()
        + ", Kind="
        + kind.kind()
        + "'";
  }

  private static Params find(
      RestMapping.Resource resource,
      ParamKind kind,
      ParamRef ref,
      String requestNamespace,
      Cluster cluster) {
    if (!resource.namespaced() && !ref.namespace().isEmpty()) {
      return new Failed("paramRef.namespace must not be provided for a cluster-scoped `paramKind`");
    }
    var namespace = ref.namespace();
    if (resource.namespaced() && namespace.isEmpty()) {
      namespace = requestNamespace;
      if (namespace.isEmpty()) {
        return new Failed(
            "cannot use namespaced paramRef in policy binding that matches cluster-scoped"
                + " resources");
      }
    }
    var selector = ref.selector();
    return selector == null
        ? byName(resource, kind, ref, namespace, cluster)
        : bySelector(resource, kind, ref, selector, namespace, cluster);
  }

  private static Params byName(
      RestMapping.Resource resource,
      ParamKind kind,
      ParamRef ref,
      String namespace,
      Cluster cluster) {
    return switch (cluster.object(resource.name(), namespace, ref.name())) {
      case Answer.Known(var object) -> new Found(List.of(param(kind, object)));
      case Answer.Absent<?> _ -> none(ref);
      case Answer.Unknown(var reason) -> new Unknown(reason);
    };
  }

  private static Params bySelector(
      RestMapping.Resource resource,
      ParamKind kind,
      ParamRef ref,
      LabelSelector selector,
      String namespace,
      Cluster cluster) {
    return switch (cluster.objects(resource.name(), namespace)) {
      case Answer.Known(var objects) -> {
        var params = new ArrayList<Param>();
        for (var object : objects) {
          if (selector.matches(Metadata.labels(object))) {
            params.add(param(kind, object));
          }
        }
        params.sort((a, b) -> a.name().compareTo(b.name()));
        yield params.isEmpty() ? none(ref) : new Found(params);
      }
      case Answer.Absent<?> _ -> none(ref);
      case Answer.Unknown(var reason) -> new Unknown(reason);
    };
  }

  private static Params none(ParamRef ref) {
    return ref.denyIfMissing()
        ? new Failed("no params found for policy binding with `Deny` parameterNotFoundAction")
        : new Found(List.of());
  }

  private static Param param(ParamKind kind, Map<String, @Nullable Object> object) {
    var namespace = Metadata.text(object, "namespace");
    var name = Metadata.text(object, "name");
    var value = object;
    if (!object.containsKey("kind")) {
      value = new HashMap<>(object);
      value.put("apiVersion", kind.apiVersion());
      value.put("kind", kind.kind());
    }
    return new Param(namespace.isEmpty() ? name : namespace + "/" + name, value);
  }
}
