package dev.plimsoll.review;

import dev.plimsoll.resources.GroupVersionKind;
import dev.plimsoll.resources.GroupVersionResource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads reviews from AdmissionReviews of {@code admission.k8s.io/v1} (k8s.io/api,
 * admission/v1/types.go), collecting all that is wrong with one.
 */
public final class ReviewReader {
  private final List<String> problems = new ArrayList<>();

  private ReviewReader() {}

  /** Returns whether an object is an AdmissionReview, of any version. */
  public static boolean reads(@Nullable Object object) {
    return object instanceof Map<?, ?> map
        && "AdmissionReview".equals(map.get("kind"))
        && String.valueOf(map.get("apiVersion")).startsWith("admission.k8s.io/");
  }

  /** Reads the request of an AdmissionReview. */
  public static Review read(Map<String, ?> admissionReview) throws UnusableReviewException {
    var apiVersion = admissionReview.get("apiVersion");
    if (!"admission.k8s.io/v1".equals(apiVersion)
        || !"AdmissionReview".equals(admissionReview.get("kind"))) {
      throw new UnusableReviewException(
          "apiVersion admission.k8s.io/v1 and kind AdmissionReview are wanted, not %s and %s"
              .formatted(quoted(apiVersion), quoted(admissionReview.get("kind"))));
    }
    if (!(admissionReview.get("request") instanceof Map<?, ?>)) {
      throw new UnusableReviewException("the AdmissionReview has no request");
    }
    var reader = new ReviewReader();
    var review = reader.request(Metadata.map(admissionReview.get("request")));
    if (!reader.problems.isEmpty()) {
      throw new UnusableReviewException(String.join("; ", reader.problems));
    }
    return review;
  }

  private Review request(Map<String, @Nullable Object> request) {
    var kind = kind(request, "kind");
    var resource = resource(request, "resource");
    var operation = operation(request);
    var object = map(request, "object");
    if (object == null && (operation == Operation.CREATE || operation == Operation.UPDATE)) {
      problems.add("request.object is missing");
    }
    return new Review(
        operation,
        kind,
        resource,
        text(request, "subResource", false),
        request.get("requestKind") == null ? kind : kind(request, "requestKind"),
        request.get("requestResource") == null ? resource : resource(request, "requestResource"),
        text(request, "name", false),
        text(request, "namespace", false),
        user(request),
        Boolean.TRUE.equals(request.get("dryRun")),
        object,
        map(request, "oldObject"),
        map(request, "options"));
  }

  private Operation operation(Map<String, @Nullable Object> request) {
    var name = request.get("operation");
    for (var operation : Operation.values()) {
      if (operation.name().equals(name)) {
        return operation;
      }
    }
    problems.add(
        "request.operation %s is none of CREATE, UPDATE, DELETE and CONNECT"
            .formatted(quoted(name)));
    return Operation.CONNECT;
  }

  private GroupVersionKind kind(Map<String, @Nullable Object> request, String field) {
    var parts = part(request, field);
    return new GroupVersionKind(
        text(parts, "group", false), text(parts, "version", true), text(parts, "kind", true));
  }

  private GroupVersionResource resource(Map<String, @Nullable Object> request, String field) {
    var parts = part(request, field);
    return new GroupVersionResource(
        text(parts, "group", false), text(parts, "version", true), text(parts, "resource", true));
  }

  private UserInfo user(Map<String, @Nullable Object> request) {
    var user = part(request, "userInfo");
    var extra = new LinkedHashMap<String, List<String>>();
    Metadata.map(user.get("extra"))
        .forEach((key, values) -> extra.put(key, texts(values, "userInfo.extra." + key)));
    return new UserInfo(
        text(user, "username", false),
        text(user, "uid", false),
        texts(user.get("groups"), "userInfo.groups"),
        extra);
  }

  private Map<String, @Nullable Object> part(Map<String, @Nullable Object> request, String field) {
    var part = request.get(field);
    if (!(part instanceof Map<?, ?>)) {
      problems.add("request." + field + " is missing");
    }
    return Metadata.map(part);
  }

  private @Nullable Map<String, @Nullable Object> map(
      Map<String, @Nullable Object> parent, String field) {
    var value = parent.get(field);
    if (value != null && !(value instanceof Map<?, ?>)) {
      problems.add(field + " is " + quoted(value) + ", not an object");
    }
    return value instanceof Map<?, ?> ? Metadata.map(value) : null;
  }

  private String text(Map<String, @Nullable Object> parent, String field, boolean required) {
    var value = parent.get(field);
    if (value != null && !(value instanceof String)) {
      problems.add(field + " is " + quoted(value) + ", not a string");
      return "";
    }
    var text = value == null ? "" : String.valueOf(value);
    if (required && text.isEmpty()) {
      problems.add(field + " is missing");
    }
    return text;
  }

  private List<String> texts(@Nullable Object values, String field) {
    var texts = new ArrayList<String>();
    if (values instanceof List<?> list) {
      for (var value : list) {
        if (value instanceof String text) {
          texts.add(text);
        } else {
          problems.add(field + " holds " + quoted(value) + ", not a string");
        }
      }
    } else if (values != null) {
      problems.add(field + " is " + quoted(values) + ", not a list");
    }
    return texts;
  }

  /** Quotes a value briefly: it may be the whole body. */
  private static String quoted(@Nullable Object value) {
    var text = String.valueOf(value);
    return "\"" + (text.length() > 40 ? text.substring(0, 40) + "..." : text) + "\"";
  }
}
