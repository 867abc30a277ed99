package dev.plimsoll.webhook;

import dev.plimsoll.review.Cluster;
import dev.plimsoll.review.Outcome;
import dev.plimsoll.review.Review;
import dev.plimsoll.review.Reviewer;
import dev.plimsoll.review.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges by policies. What nobody here could check is told as a warning: it neither denies, as in
 * {@code plimsoll review}, nor passes unseen.
 */
record ReviewingJudge(Reviewer reviewer, Cluster cluster) implements Judge {

  @Override
  public Verdict judge(Review review, long deadline) {
    var outcomes = reviewer.review(review, cluster, deadline);
    var verdict = Verdict.of(review, outcomes);
    var unchecked = unchecked(outcomes);
    if (unchecked.isEmpty()) {
      return verdict;
    }
    unchecked.addAll(0, verdict.warnings());
    return new Verdict(
        verdict.allowed(),
        verdict.code(),
        verdict.reason(),
        verdict.message(),
        unchecked,
        verdict.auditAnnotations(),
        verdict.denials(),
        outcomes);
  }

  private static List<String> unchecked(List<Outcome> outcomes) {
    var warnings = new ArrayList<String>(0);
    for (var outcome : outcomes) {
      if (outcome instanceof Outcome.NotChecked(var place, var reason)) {
        warnings.add("%s was not checked: %s".formatted(place.policy().name(), reason));
      }
    }
    return warnings;
  }
}
