package dev.plimsoll.review;

import dev.plimsoll.cel.GoQuote;
import dev.plimsoll.policy.FailurePolicy;
import dev.plimsoll.review.Outcome.Failed;
import dev.plimsoll.review.Outcome.Failed.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The API server's answer to a request. What wasn't checked neither denies nor warns here.
 *
 * @param code the HTTP status; 200 if allowed
 * @param reason such as {@code Invalid}; empty if allowed
 * @param message of the first denial, with the API server's prefix; empty if allowed
 * @param warnings in the order of the outcomes
 * @param auditAnnotations by key
 * @param denials all of them, in the order of the outcomes
 * @param outcomes sorted by policy, binding, param and index
 */
public record Verdict(
    boolean allowed,
    int code,
    String reason,
    String message,
    List<String> warnings,
    Map<String, String> auditAnnotations,
    List<Denial> denials,
    List<Outcome> outcomes) {

  public Verdict {
    warnings = List.copyOf(warnings);
    denials = List.copyOf(denials);
    outcomes = List.copyOf(outcomes);
  }

  /** Returns the answer to an object that the API server refuses before any policy sees it. */
  public static Verdict refused(int code, String reason, String message) {
    return new Verdict(false, code, reason, message, List.of(), Map.of(), List.of(), List.of());
  }

  /** Returns the same answer with what the API server warns of before any policy does. */
  public Verdict warnedBefore(List<String> first) {
    var all = new ArrayList<>(first);
    all.addAll(warnings);
    return new Verdict(allowed, code, reason, message, all, auditAnnotations, denials, outcomes);
  }

  /** Returns the answer that the outcomes of a review add up to. */
  public static Verdict of(Review review, List<Outcome> outcomes) {
    var audit = new AuditRecord();
    var warnings = new Warnings();
    var denials = new ArrayList<Denial>();
    for (var outcome : outcomes) {
      switch (outcome) {
        case Outcome.Passed _, Outcome.Skipped _, Outcome.NotChecked _ -> {}
        case Outcome.Annotated annotated -> audit.add(annotated);
        case Outcome.Violated violated ->
            act(violated, violated.message(), violated.reason(), denials, warnings, audit);
        case Failed(_, var message, var cause) when cause == Cause.NAMESPACE -> {
          return notFound(message, outcomes, audit, warnings);
        }
        case Failed(var place, var message, var cause) -> {
          if (place.policy().failurePolicy() == FailurePolicy.IGNORE) {
            continue;
          }
          if (cause == Cause.EXPRESSION) {
            act(outcome, message, "Invalid", denials, warnings, audit);
          } else {
            denials.add(Denial.of(outcome, message, "Invalid"));
          }
        }
      }
    }
    if (denials.isEmpty()) {
      return answer(200, "", "", warnings, audit, denials, outcomes);
    }
    var first = denials.getFirst();
    var message =
        "%s %s is forbidden: %s"
            .formatted(
                review.requestResource().groupResource(),
                GoQuote.quote(name(review)),
                first.message());
    return answer(first.code(), first.reason(), message, warnings, audit, denials, outcomes);
  }

  /** Does what the binding wants done with a failed validation. */
  private static void act(
      Outcome outcome,
      String message,
      String reason,
      List<Denial> denials,
      Warnings warnings,
      AuditRecord audit) {
    var place = outcome.place();
    var binding = place.binding();
    if (binding == null) {
      return;
    }
    for (var action : binding.validationActions()) {
      switch (action) {
        case DENY -> denials.add(Denial.of(outcome, message, reason));
        case WARN ->
            warnings.add(
                "Validation failed for ValidatingAdmissionPolicy '%s' with binding '%s': %s"
                    .formatted(place.policy().name(), binding.name(), message));
        case AUDIT -> audit.addFailure(place, binding, message);
      }
    }
  }

  private static Verdict notFound(
      String message, List<Outcome> outcomes, AuditRecord audit, Warnings warnings) {
    return answer(404, "NotFound", message, warnings, audit, List.of(), outcomes);
  }

  private static Verdict answer(
      int code,
      String reason,
      String message,
      Warnings warnings,
      AuditRecord audit,
      List<Denial> denials,
      List<Outcome> outcomes) {
    return new Verdict(
        code == 200,
        code,
        reason,
        message,
        warnings.sent(),
        audit.annotations(),
        denials,
        outcomes);
  }

  /** The name in the message, as kubernetes/apiserver's extractResourceName finds it. */
  private static String name(Review review) {
    if (!review.name().isEmpty()) {
      return review.name();
    }
    var object = review.object();
    if (object == null) {
      return "Unknown";
    }
    var name = Metadata.text(object, "name");
    var prefix = Metadata.text(object, "generateName");
    return name.isEmpty() ? prefix.isEmpty() ? "Unknown" : prefix : name;
  }
}
