package dev.plimsoll.review;

import dev.plimsoll.cel.GoQuote;
import dev.plimsoll.cel.functions.Authorizer;
import dev.plimsoll.resources.GroupVersionResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides by the Roles, ClusterRoles and their bindings of a cluster, as kubernetes/kubernetes
 * plugin/pkg/auth/authorizer/rbac does. Where none of them is known, nothing is decided.
 */
final class RbacAuthorizer implements Authorizer {
  private static final String GROUP = "rbac.authorization.k8s.io";

  private final Cluster cluster;

  RbacAuthorizer(Cluster cluster) {
    this.cluster = cluster;
  }

  @Override
  public Decision authorize(Attributes attributes) {
    if (attributes.user().groups().contains("system:masters")) {
      return new Decision.Decided(true, "", "");
    }
    var namespace = attributes instanceof Attributes.Resource resource ? resource.namespace() : "";
    var clusterBindings = objects("clusterrolebindings", "");
    var bindings =
        namespace.isEmpty()
            ? List.<Map<String, @Nullable Object>>of()
            : objects("rolebindings", namespace);
    if (clusterBindings.isEmpty() && objects("rolebindings", "").isEmpty()) {
      return new Decision.Unknown(
          "whether %s may %s: no RoleBindings or ClusterRoleBindings are among the files"
              .formatted(attributes.user().name(), attributes.verb()));
    }
    return allowing(clusterBindings, "", attributes)
        .or(() -> allowing(bindings, namespace, attributes))
        .map(reason -> new Decision.Decided(true, "RBAC: allowed by " + reason, ""))
        .orElse(new Decision.Decided(false, "", ""));
  }

  private Optional<String> allowing(
      List<Map<String, @Nullable Object>> bindings, String namespace, Attributes attributes) {
    for (var binding : bindings) {
      var subject = Subjects.find(binding, attributes.user(), namespace);
      if (subject.isPresent() && allows(binding, namespace, attributes)) {
        var role = Metadata.map(binding.get("roleRef"));
        var name = Metadata.text(binding, "name");
        return Optional.of(
            "%s %s of %s %s to %s"
                .formatted(
                    binding.get("kind"),
                    GoQuote.quote(namespace.isEmpty() ? name : name + "/" + namespace),
                    role.get("kind"),
                    GoQuote.quote(String.valueOf(role.get("name"))),
                    subject.get()));
      }
    }
    return Optional.empty();
  }

  private boolean allows(
      Map<String, @Nullable Object> binding, String namespace, Attributes attributes) {
    var role = Metadata.map(binding.get("roleRef"));
    boolean clusterRole = "ClusterRole".equals(role.get("kind"));
    var answer =
        cluster.object(
            resource(clusterRole ? "clusterroles" : "roles"),
            clusterRole ? "" : namespace,
            String.valueOf(role.get("name")));
    return answer instanceof Answer.Known(var known)
        && known.get("rules") instanceof List<?> rules
        && rules.stream().anyMatch(rule -> allows(Metadata.map(rule), attributes));
  }

  private static boolean allows(Map<String, @Nullable Object> rule, Attributes attributes) {
    if (!names(rule, "verbs", attributes.verb())) {
      return false;
    }
    return switch (attributes) {
      case Attributes.Path path ->
          texts(rule, "nonResourceURLs").stream().anyMatch(url -> matches(url, path.path()));
      case Attributes.Resource resource ->
          names(rule, "apiGroups", resource.group())
              && namesResource(rule, resource)
              && (texts(rule, "resourceNames").isEmpty()
                  || texts(rule, "resourceNames").contains(resource.name()));
    };
  }

  private static boolean matches(String url, String path) {
    return url.equals(path)
        || url.endsWith("*") && path.startsWith(url.substring(0, url.indexOf('*')));
  }

  private static boolean namesResource(
      Map<String, @Nullable Object> rule, Attributes.Resource resource) {
    var sub = resource.subresource();
    var whole = sub.isEmpty() ? resource.resource() : resource.resource() + "/" + sub;
    var named = texts(rule, "resources");
    return named.contains("*")
        || named.contains(whole)
        || !sub.isEmpty() && named.contains("*/" + sub);
  }

  private static boolean names(Map<String, @Nullable Object> rule, String field, String item) {
    var items = texts(rule, field);
    return items.contains("*") || items.contains(item);
  }

  private static List<String> texts(Map<String, @Nullable Object> map, String field) {
    var texts = new ArrayList<String>();
    if (map.get(field) instanceof List<?> items) {
      items.forEach(item -> texts.add(String.valueOf(item)));
    }
    return texts;
  }

  private List<Map<String, @Nullable Object>> objects(String resource, String namespace) {
    return cluster.objects(resource(resource), namespace) instanceof Answer.Known(var objects)
        ? objects
        : List.of();
  }

  private static GroupVersionResource resource(String plural) {
    return new GroupVersionResource(GROUP, "v1", plural);
  }
}
