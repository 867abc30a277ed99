package dev.plimsoll.review;

import dev.plimsoll.policy.Binding;
import dev.plimsoll.policy.GoJson;
import dev.plimsoll.review.Outcome.Place;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The annotations that a request's audit event gets. As in Kubernetes 1.36, an annotation once set
 * stays: of several failures with the action Audit the first one is recorded.
 */
final class AuditRecord {
  private static final String FAILURE = "validation.policy.admission.k8s.io/validation_failure";

  private final Map<String, LinkedHashSet<String>> published = new LinkedHashMap<>();
  private String failure = "";

  /** Adds a policy's own annotation; several values of a key are joined, each once. */
  void add(Outcome.Annotated annotated) {
    var key = annotated.place().policy().name() + "/" + annotated.key();
    published.computeIfAbsent(key, _ -> new LinkedHashSet<>()).add(annotated.value());
  }

  void addFailure(Place place, Binding binding, String message) {
    if (failure.isEmpty()) {
      var actions =
          binding.validationActions().stream()
              .map(action -> GoJson.quote(action.toString()))
              .collect(Collectors.joining(",", "[", "]"));
      failure =
          "[{\"message\":%s,\"policy\":%s,\"binding\":%s,\"expressionIndex\":%d,\"validationActions\":%s}]"
              .formatted(
                  GoJson.quote(message),
                  GoJson.quote(binding.policyName()),
                  GoJson.quote(binding.name()),
                  place.index(),
                  actions);
    }
  }

  Map<String, String> annotations() {
    var annotations = new TreeMap<String, String>();
    published.forEach((key, values) -> annotations.put(key, String.join(", ", values)));
    if (!failure.isEmpty()) {
      annotations.put(FAILURE, failure);
    }
    return annotations;
  }
}
