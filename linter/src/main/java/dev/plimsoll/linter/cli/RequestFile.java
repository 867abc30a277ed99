package dev.plimsoll.linter.cli;

import dev.plimsoll.admission.Admission;
import dev.plimsoll.admission.AdmissionResult;
import dev.plimsoll.admission.StrictProblem;
import dev.plimsoll.document.DocumentReader;
import dev.plimsoll.document.Source;
import dev.plimsoll.linter.lint.ManifestReview;
import dev.plimsoll.linter.source.Manifest;
import dev.plimsoll.resources.GroupVersionKind;
import dev.plimsoll.resources.GroupVersionResource;
import dev.plimsoll.review.Operation;
import dev.plimsoll.review.Review;
import dev.plimsoll.review.UserInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the request to judge from a file: an AdmissionReview of admission.k8s.io/v1, or a manifest
 * that stands for its creation.
 */
final class RequestFile {

  private final String file;
  private final Map<?, ?> request;

  private RequestFile(String file, Map<?, ?> request) {
    this.file = file;
    this.request = request;
  }

  /** What a file asks. */
  sealed interface Request {

    /**
     * A request that policies judge.
     *
     * @param warnings what the API server says of the object itself
     */
    record Judged(Review review, List<String> warnings) implements Request {}

    /** A manifest that the API server refuses before any policy sees it. */
    record Refused(AdmissionResult.Refused answer) implements Request {}
  }

  /**
   * Reads a request.
   *
   * @param admission null to take a manifest as it is written
   */
  static Request read(Source source, @Nullable Admission admission) throws UsageException {
    var documents = DocumentReader.read(source);
    for (var document : documents) {
      if (document.root() == null && !document.problems().isEmpty()) {
        var problem = document.problems().getFirst();
        var span = problem.span();
        throw new UsageException(
            "%s:%d:%d: %s".formatted(source.name(), span.line(), span.column(), problem.message()));
      }
    }
    if (documents.size() != 1) {
      throw new UsageException(
          "\"%s\" must hold one request, and holds %d documents"
              .formatted(source.name(), documents.size()));
    }
    var manifests = Manifest.of(documents.getFirst());
    if (manifests.size() != 1) {
      throw new UsageException(
          "\"%s\" is neither an AdmissionReview nor one object with apiVersion and kind"
              .formatted(source.name()));
    }
    var manifest = manifests.getFirst();
    if (!manifest.kind().equals("AdmissionReview")) {
      return admission == null
          ? new Request.Judged(ManifestReview.of(manifest), List.of())
          : admitted(manifest, admission);
    }
    if (!manifest.apiVersion().equals("admission.k8s.io/v1")) {
      throw new UsageException(
          "\"%s\" is an AdmissionReview of %s: only admission.k8s.io/v1 is read"
              .formatted(source.name(), manifest.apiVersion()));
    }
    if (!(manifest.object().get("request") instanceof Map<?, ?> request)) {
      throw new UsageException(
          "the AdmissionReview in \"%s\" has no request".formatted(source.name()));
    }
    return new Request.Judged(new RequestFile(source.name(), request).review(), List.of());
  }

  private static Request admitted(Manifest manifest, Admission admission) {
    var result = admission.admit(manifest.document(), manifest.object());
    var warnings = result.problems().stream().map(StrictProblem::message).toList();
    return switch (result) {
      case AdmissionResult.Admitted admitted ->
          new Request.Judged(ManifestReview.of(manifest, admitted.object()), warnings);
      case AdmissionResult.Unknown _ -> new Request.Judged(ManifestReview.of(manifest), warnings);
      case AdmissionResult.Refused refused -> new Request.Refused(refused);
    };
  }

  private Review review() throws UsageException {
    var kind = kind("kind");
    var resource = resource("resource");
    return new Review(
        operation(),
        kind,
        resource,
        text(request, "subResource"),
        request.containsKey("requestKind") ? kind("requestKind") : kind,
        request.containsKey("requestResource") ? resource("requestResource") : resource,
        text(request, "name"),
        text(request, "namespace"),
        user(),
        Boolean.TRUE.equals(request.get("dryRun")),
        object("object"),
        object("oldObject"),
        object("options"));
  }

  private Operation operation() throws UsageException {
    var text = text(request, "operation");
    for (var operation : Operation.values()) {
      if (operation.name().equals(text)) {
        return operation;
      }
    }
    throw new UsageException(
        "request.operation in \"%s\" is \"%s\": it must be one of CREATE, UPDATE, DELETE, CONNECT"
            .formatted(file, text));
  }

  private GroupVersionKind kind(String field) throws UsageException {
    var map = required(field);
    return new GroupVersionKind(text(map, "group"), text(map, "version"), text(map, "kind"));
  }

  private GroupVersionResource resource(String field) throws UsageException {
    var map = required(field);
    return new GroupVersionResource(
        text(map, "group"), text(map, "version"), text(map, "resource"));
  }

  private Map<?, ?> required(String field) throws UsageException {
    if (request.get(field) instanceof Map<?, ?> map) {
      return map;
    }
    throw new UsageException("request.%s is missing in \"%s\"".formatted(field, file));
  }

  private @Nullable Map<String, @Nullable Object> object(String field) {
    if (!(request.get(field) instanceof Map<?, ?> map)) {
      return null;
    }
    // Copying would lose the places of the fields.
    @SuppressWarnings("unchecked")
    var object = (Map<String, @Nullable Object>) map;
    return object;
  }

  private UserInfo user() {
    if (!(request.get("userInfo") instanceof Map<?, ?> user)) {
      return UserInfo.ADMINISTRATOR;
    }
    var extra = new LinkedHashMap<String, List<String>>();
    if (user.get("extra") instanceof Map<?, ?> map) {
      map.forEach((key, values) -> extra.put(String.valueOf(key), texts(values)));
    }
    return new UserInfo(
        text(user, "username"), text(user, "uid"), texts(user.get("groups")), extra);
  }

  private static List<String> texts(@Nullable Object value) {
    var texts = new ArrayList<String>();
    if (value instanceof List<?> list) {
      list.forEach(item -> texts.add(String.valueOf(item)));
    }
    return texts;
  }

  private static String text(Map<?, ?> map, String field) {
    return map.get(field) instanceof String text ? text : "";
  }
}
