package dev.plimsoll.review;

import dev.plimsoll.resources.GroupVersionKind;
import dev.plimsoll.resources.GroupVersionResource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The value of {@code request}: the API server's AdmissionRequest, from which empty fields are left
 * out, and objects too.
 */
final class RequestVariable {
  private RequestVariable() {}

  /**
   * @param resource the one that the policy matched
   * @param kind the one that the policy sees
   */
  static Map<String, @Nullable Object> of(
      Review review, GroupVersionResource resource, GroupVersionKind kind) {
    var request = new HashMap<String, @Nullable Object>(32);
    request.put("uid", "");
    request.put("kind", map(kind));
    request.put("resource", map(resource));
    putText(request, "subResource", review.subResource());
    request.put("requestKind", map(review.requestKind()));
    request.put("requestResource", map(review.requestResource()));
    putText(request, "requestSubResource", review.subResource());
    putText(request, "name", review.name());
    putText(request, "namespace", review.namespace());
    request.put("operation", review.operation().name());
    request.put("userInfo", map(review.user()));
    request.put("object", null);
    request.put("oldObject", null);
    request.put("dryRun", review.dryRun());
    request.put("options", review.options());
    return request;
  }

  private static Map<String, Object> map(GroupVersionKind kind) {
    return Map.of("group", kind.group(), "version", kind.version(), "kind", kind.kind());
  }

  private static Map<String, Object> map(GroupVersionResource resource) {
    return Map.of(
        "group", resource.group(), "version", resource.version(), "resource", resource.resource());
  }

  private static Map<String, @Nullable Object> map(UserInfo user) {
    var map = new HashMap<String, @Nullable Object>();
    putText(map, "username", user.username());
    putText(map, "uid", user.uid());
    if (!user.groups().isEmpty()) {
      map.put("groups", user.groups());
    }
    if (!user.extra().isEmpty()) {
      map.put("extra", user.extra());
    }
    return map;
  }

  private static void putText(Map<String, @Nullable Object> map, String name, String text) {
    if (!text.isEmpty()) {
      map.put(name, text);
    }
  }
}
