package dev.plimsoll.review;

import dev.plimsoll.policy.Binding;
import dev.plimsoll.policy.BoundPolicy;
import dev.plimsoll.policy.MatchResources;
import dev.plimsoll.policy.PolicySet;
import dev.plimsoll.resources.GroupVersionKind;
import dev.plimsoll.review.Outcome.Failed;
import dev.plimsoll.review.Outcome.Failed.Cause;
import dev.plimsoll.review.Outcome.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Judges requests by a set of policies, in the order of kubernetes/apiserver
 * policy/validating/dispatcher.go. A pure function; used by many threads at once.
 */
public final class Reviewer {
  private static final GroupVersionKind NAMESPACE = new GroupVersionKind("", "v1", "Namespace");

  private final PolicySet policies;

  public Reviewer(PolicySet policies) {
    this.policies = policies;
  }

  public PolicySet policies() {
    return policies;
  }

  /** Returns the outcomes of all policies that match, sorted by policy, binding, param, index. */
  public List<Outcome> review(Review review, Cluster cluster) {
    return review(review, cluster, Long.MAX_VALUE);
  }

  /**
   * Does the same in limited time; what isn't evaluated by then has failed.
   *
   * @param deadline by {@link System#nanoTime}; {@link Long#MAX_VALUE} for none
   */
  public List<Outcome> review(Review review, Cluster cluster, long deadline) {
    var resource = review.requestResource();
    if (Exclusions.contains(resource)) {
      return List.of();
    }
    var named = policies.naming(review.operation().name(), resource, review.subResource());
    return named.isEmpty() ? List.of() : new Session(review, cluster, deadline).outcomes(named);
  }

  /** The review of one request. */
  private static final class Session {
    private final Review review;
    private final Cluster cluster;
    private final long deadline;
    private final Matcher matcher;
    private final List<Outcome> outcomes = new ArrayList<>();
    private final Map<Match.Yes, Inputs> inputs = HashMap.newHashMap(2);

    Session(Review review, Cluster cluster, long deadline) {
      this.review = review;
      this.cluster = cluster;
      this.deadline = deadline;
      this.matcher = new Matcher(review, cluster);
    }

    List<Outcome> outcomes(List<BoundPolicy> named) {
      for (var policy : named) {
        judge(policy);
      }
      return outcomes;
    }

    private void judge(BoundPolicy policy) {
      var constraints = policy.policy().matchConstraints();
      if (constraints == null) {
        fail(place(policy, null), "policy contained no match constraints, a required field");
        return;
      }
      switch (matcher.match(constraints)) {
        case Match.No _ -> {}
        case Match.Failed(var message) -> fail(place(policy, null), message);
        case Match.Unknown(var reason) -> notChecked(place(policy, null), reason);
        case Match.Yes match -> judge(policy, match);
      }
    }

    private void judge(BoundPolicy policy, Match.Yes match) {
      var paramKind = policy.policy().paramKind();
      if (paramKind != null && Params.resource(paramKind, cluster) instanceof Answer.Absent<?>) {
        fail(place(policy, null), Params.unknownKind(paramKind));
        return;
      }
      for (var binding : policy.bindings()) {
        switch (matchOf(binding.matchResources(), match)) {
          case Match.No _ -> {}
          case Match.Failed(var message) -> fail(place(policy, binding), message);
          case Match.Unknown(var reason) -> notChecked(place(policy, binding), reason);
          case Match.Yes _ -> judge(policy, binding, match);
        }
      }
    }

    private Match matchOf(@Nullable MatchResources resources, Match.Yes policyMatch) {
      return resources == null ? policyMatch : matcher.match(resources);
    }

    private void judge(BoundPolicy policy, Binding binding, Match.Yes match) {
      switch (Params.find(policy.policy(), binding, review.namespace(), cluster)) {
        case Params.Failed(var message) -> fail(place(policy, binding), message);
        case Params.Unknown(var reason) -> notChecked(place(policy, binding), reason);
        case Params.Found(var params) -> run(policy, binding, match, params);
      }
    }

    private void run(
        BoundPolicy policy, Binding binding, Match.Yes match, List<Params.Param> params) {
      if (!params.isEmpty() && !Conversion.possible(review.kind(), match.kind())) {
        notChecked(
            place(policy, binding),
            "the policy wants to see %s as %s, which only an API server can make of it"
                .formatted(text(review.kind()), text(match.kind())));
        return;
      }
      var namespace = namespace();
      if (namespace instanceof Answer.Absent<?>) {
        var text = Matcher.notFound(review.namespace());
        outcomes.add(new Failed(place(policy, binding), text, Cause.NAMESPACE));
        return;
      }
      for (var param : params) {
        if (deadline != Long.MAX_VALUE && System.nanoTime() - deadline >= 0) {
          var text = "the time for this request was over before the policy was evaluated";
          outcomes.add(new Failed(place(policy, binding), text, Cause.CONFIGURATION));
          return;
        }
        var seen = inputs.computeIfAbsent(match, it -> new Inputs(review, cluster, it, namespace));
        outcomes.addAll(new PolicyRun(policy, binding, param, seen, deadline).outcomes());
      }
    }

    /** Returns the request's Namespace; null outside of namespaces and for Namespaces. */
    private @Nullable Answer<Map<String, @Nullable Object>> namespace() {
      return review.namespace().isEmpty() || review.requestKind().equals(NAMESPACE)
          ? null
          : matcher.namespace();
    }

    private void fail(Place place, String message) {
      var whose = place.binding() == null ? "policy" : "binding";
      var text = "failed to configure " + whose + ": " + message;
      outcomes.add(new Failed(place, text, Cause.CONFIGURATION));
    }

    private void notChecked(Place place, String reason) {
      outcomes.add(new Outcome.NotChecked(place, reason));
    }

    private static Place place(BoundPolicy policy, @Nullable Binding binding) {
      return new Place(policy.policy(), binding, "", 0, "");
    }

    private static String text(GroupVersionKind kind) {
      return kind.apiVersion() + " " + kind.kind();
    }
  }
}
