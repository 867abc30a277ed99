package dev.plimsoll.review;

import dev.plimsoll.cel.GoQuote;
import dev.plimsoll.policy.LabelSelector;
import dev.plimsoll.policy.MatchPolicy;
import dev.plimsoll.policy.MatchResources;
import dev.plimsoll.policy.ResourceRule;
import dev.plimsoll.resources.EquivalentResources;
import dev.plimsoll.resources.GroupVersionResource;
import dev.plimsoll.resources.RestMapping;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Matches one request with constraints, in the order of kubernetes/apiserver
 * admission/plugin/policy/matching: namespace selector, object selector, excluded resources,
 * resources. What a selector couldn't tell counts only if the resources match.
 */
final class Matcher {
  private static final String NAME_LABEL = "kubernetes.io/metadata.name";

  private final Review review;
  private final Cluster cluster;
  private @Nullable Answer<Map<String, @Nullable Object>> namespace;

  Matcher(Review review, Cluster cluster) {
    this.review = review;
    this.cluster = cluster;
  }

  /** Returns the Namespace that the request is in, asked for once. */
  Answer<Map<String, @Nullable Object>> namespace() {
    var known = namespace;
    if (known == null) {
      known = cluster.namespace(review.namespace());
      namespace = known;
    }
    return known;
  }

  Match match(MatchResources constraints) {
    var selected = namespaceSelected(constraints.namespaceSelector());
    if (selected instanceof Match.No || !objectSelected(constraints.objectSelector())) {
      return Match.NO;
    }
    var policy = constraints.matchPolicy();
    if (find(constraints.excluded(), policy).isPresent()) {
      return Match.NO;
    }
    var found =
        constraints.rules().isEmpty()
            ? Optional.of(asRequested())
            : find(constraints.rules(), policy);
    if (found.isEmpty()) {
      return Match.NO;
    }
    return selected instanceof Match.Yes ? found.get() : selected;
  }

  private Match.Yes asRequested() {
    return new Match.Yes(review.requestResource(), review.requestKind());
  }

  private Optional<Match.Yes> find(List<ResourceRule> rules, MatchPolicy policy) {
    for (var rule : rules) {
      if (matches(rule, review.requestResource())) {
        return Optional.of(asRequested());
      }
    }
    return policy == MatchPolicy.EXACT || rules.isEmpty()
        ? Optional.empty()
        : findEquivalent(rules);
  }

  private Optional<Match.Yes> findEquivalent(List<ResourceRule> rules) {
    var others = EquivalentResources.of(review.requestResource(), review.subResource());
    for (var rule : rules) {
      for (var other : others) {
        var kind =
            RestMapping.builtIn().resource(other).flatMap(it -> it.kind(review.subResource()));
        if (kind.isPresent() && matches(rule, other)) {
          return Optional.of(new Match.Yes(other, kind.get()));
        }
      }
    }
    return Optional.empty();
  }

  private boolean matches(ResourceRule rule, GroupVersionResource resource) {
    return rule.covers(review.operation().name(), resource, review.subResource())
        && rule.reaches(resource, review.namespace(), review.name());
  }

  private boolean objectSelected(LabelSelector selector) {
    return selector.isEmpty()
        || hasLabels(review.object(), selector)
        || hasLabels(review.oldObject(), selector);
  }

  /**
   * The options that CONNECT takes for an object have no metadata, so that nothing selects them.
   */
  private boolean hasLabels(@Nullable Map<String, ?> object, LabelSelector selector) {
    return object != null
        && review.operation() != Operation.CONNECT
        && selector.matches(Metadata.labels(object));
  }

  private Match namespaceSelected(LabelSelector selector) {
    boolean isNamespace = review.requestResource().resource().equals("namespaces");
    if (selector.isEmpty() || review.namespace().isEmpty() && !isNamespace) {
      return asRequested();
    }
    boolean written =
        review.operation() == Operation.CREATE || review.operation() == Operation.UPDATE;
    var object = review.object();
    if (isNamespace && review.subResource().isEmpty() && written && object != null) {
      return selector.matches(Metadata.labels(object)) ? asRequested() : Match.NO;
    }
    return switch (namespace()) {
      case Answer.Known(var namespace) ->
          selector.matches(Metadata.labels(namespace)) ? asRequested() : Match.NO;
      case Answer.Absent<?> _ -> new Match.Failed(notFound(review.namespace()));
      case Answer.Unknown(var reason) -> selectedByName(selector, reason);
    };
  }

  static String notFound(String namespace) {
    return "namespaces " + GoQuote.quote(namespace) + " not found";
  }

  /** One label of every Namespace is known: the API server makes it of the name. */
  private Match selectedByName(LabelSelector selector, String reason) {
    var labels = Map.of(NAME_LABEL, review.namespace());
    boolean decided = true;
    for (var requirement : selector.requirements()) {
      if (!requirement.key().equals(NAME_LABEL)) {
        decided = false;
      } else if (!requirement.matches(labels)) {
        return Match.NO;
      }
    }
    return decided ? asRequested() : new Match.Unknown(reason);
  }
}
