package dev.plimsoll.review;

import dev.plimsoll.cel.GoQuote;
import dev.plimsoll.cel.functions.Authorizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The subjects of RoleBindings and ClusterRoleBindings. */
final class Subjects {
  private Subjects() {}

  /**
   * Returns the first subject that a user is, as RBAC's reasons name it.
   *
   * @param namespace the binding's, empty for a ClusterRoleBinding
   */
  static Optional<String> find(
      Map<String, @Nullable Object> binding, Authorizer.User user, String namespace) {
    if (binding.get("subjects") instanceof List<?> subjects) {
      for (var item : subjects) {
        var subject = Metadata.map(item);
        if (is(subject, user, namespace)) {
          var kind = String.valueOf(subject.get("kind"));
          var name = String.valueOf(subject.get("name"));
          var full = kind.equals("ServiceAccount") ? name + "/" + home(subject, namespace) : name;
          return Optional.of(kind + " " + GoQuote.quote(full));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean is(
      Map<String, @Nullable Object> subject, Authorizer.User user, String namespace) {
    var name = String.valueOf(subject.get("name"));
    return switch (String.valueOf(subject.get("kind"))) {
      case "User" -> user.name().equals(name);
      case "Group" -> user.groups().contains(name);
      case "ServiceAccount" -> {
        var home = home(subject, namespace);
        yield !home.isEmpty() && user.name().equals("system:serviceaccount:" + home + ":" + name);
      }
      default -> false;
    };
  }

  private static String home(Map<String, @Nullable Object> subject, String namespace) {
    return subject.get("namespace") instanceof String own && !own.isEmpty() ? own : namespace;
  }
}
