package dev.plimsoll.conformance;

import com.fasterxml.jackson.core.JsonFactory;
import dev.plimsoll.cel.CelEnvironment;
import dev.plimsoll.cel.KubernetesVersion;
import dev.plimsoll.cel.functions.Authorizer;
import dev.plimsoll.document.JsonReader;
import dev.plimsoll.document.Source;
import dev.plimsoll.policy.Binding;
import dev.plimsoll.policy.BindingReader;
import dev.plimsoll.policy.Policy;
import dev.plimsoll.policy.PolicyReader;
import dev.plimsoll.policy.PolicySet;
import dev.plimsoll.resources.GroupVersionKind;
import dev.plimsoll.resources.GroupVersionResource;
import dev.plimsoll.resources.RestMapping;
import dev.plimsoll.review.Answer;
import dev.plimsoll.review.Cluster;
import dev.plimsoll.review.FileCluster;
import dev.plimsoll.review.Outcome;
import dev.plimsoll.review.ReviewReader;
import dev.plimsoll.review.Reviewer;
import dev.plimsoll.review.UnusableReviewException;
import dev.plimsoll.review.Verdict;
import dev.plimsoll.review.VerdictJson;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One line that the oracle understands: policies, bindings and what else is in a cluster, and a
 * request to it.
 *
 * @param fields as the oracle's README describes them
 */
record PolicyQuestion(Map<String, @Nullable Object> fields) {

  static PolicyQuestion parse(String line) {
    return new PolicyQuestion(map(json(line)));
  }

  /** Returns a JSON text as a value. */
  static @Nullable Object json(String text) {
    return JsonReader.read(new Source("line", text)).getFirst().root();
  }

  /** Returns our answer as the oracle would write it. */
  Map<String, @Nullable Object> answer() {
    var policies = new ArrayList<Policy>();
    list("policies").forEach(it -> policies.add(PolicyReader.read(it).policy()));
    var bindings = new ArrayList<Binding>();
    list("bindings").forEach(it -> bindings.add(BindingReader.read(it).binding()));
    var environment = CelEnvironment.stored(KubernetesVersion.LATEST);
    var set = PolicySet.of(policies, bindings, environment::compile);
    var envelope = new LinkedHashMap<String, @Nullable Object>();
    envelope.put("apiVersion", "admission.k8s.io/v1");
    envelope.put("kind", "AdmissionReview");
    envelope.put("request", fields.get("request"));
    try {
      var review = ReviewReader.read(envelope);
      var verdict = Verdict.of(review, new Reviewer(set).review(review, new Given()));
      return comparable(verdict);
    } catch (UnusableReviewException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The oracle notes what validations say, and no more of what fails around them. */
  private static Map<String, @Nullable Object> comparable(Verdict verdict) {
    var validations =
        verdict.outcomes().stream()
            .filter(
                outcome ->
                    !(outcome instanceof Outcome.Failed failed)
                        || failed.cause() == Outcome.Failed.Cause.EXPRESSION)
            .toList();
    var text = new StringWriter();
    try (var json = new JsonFactory().createGenerator(text)) {
      VerdictJson.write(
          json,
          new Verdict(
              verdict.allowed(),
              verdict.code(),
              verdict.reason(),
              verdict.message(),
              verdict.warnings(),
              verdict.auditAnnotations(),
              verdict.denials(),
              validations));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    var answer = new LinkedHashMap<String, @Nullable Object>(map(json(text.toString())));
    var decisions = new ArrayList<@Nullable Object>();
    for (var decision : (List<?>) Objects.requireNonNull(answer.get("decisions"))) {
      var copy = new LinkedHashMap<>(map(decision));
      copy.remove("evidence");
      decisions.add(copy);
    }
    answer.put("decisions", decisions);
    return answer;
  }

  private List<Map<String, @Nullable Object>> list(String field) {
    var found = new ArrayList<Map<String, @Nullable Object>>();
    if (fields.get(field) instanceof List<?> items) {
      items.forEach(item -> found.add(map(item)));
    }
    return found;
  }

  @SuppressWarnings("unchecked") // JSON's objects have strings for keys
  static Map<String, @Nullable Object> map(@Nullable Object value) {
    return (Map<String, @Nullable Object>) Objects.requireNonNull(value);
  }

  /** The cluster of a question, in which a Namespace that isn't given doesn't exist. */
  private final class Given implements Cluster {
    private final FileCluster objects;

    Given() {
      var all = new ArrayList<>(list("params"));
      for (var namespace : list("namespaces")) {
        var typed = new LinkedHashMap<>(namespace);
        typed.put("apiVersion", "v1");
        typed.put("kind", "Namespace");
        all.add(typed);
      }
      objects = FileCluster.whole(all);
    }

    @Override
    public Answer<Map<String, @Nullable Object>> namespace(String name) {
      for (var namespace : list("namespaces")) {
        if (name.equals(map(namespace.get("metadata")).get("name"))) {
          return Answer.known(namespace);
        }
      }
      return Answer.absent();
    }

    @Override
    public Answer<RestMapping.Resource> resource(GroupVersionKind kind) {
      return objects.resource(kind);
    }

    @Override
    public Answer<Map<String, @Nullable Object>> object(
        GroupVersionResource resource, String namespace, String name) {
      return objects.object(resource, namespace, name);
    }

    @Override
    public Answer<List<Map<String, @Nullable Object>>> objects(
        GroupVersionResource resource, String namespace) {
      return objects.objects(resource, namespace);
    }

    @Override
    public Authorizer authorizer() {
      return new ListedDecisions(list("authorizer"));
    }
  }
}
