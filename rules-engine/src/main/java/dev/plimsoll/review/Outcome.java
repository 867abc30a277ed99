package dev.plimsoll.review;

import dev.plimsoll.cel.Evidence;
import dev.plimsoll.policy.Binding;
import dev.plimsoll.policy.Policy;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What one validation of one policy under one binding, with one param, said about a request. */
public sealed interface Outcome {

  Place place();

  /**
   * Who says it.
   *
   * @param binding null if the policy failed before a binding was looked at
   * @param param the param's name, as {@code namespace/name} or {@code name}; empty without one
   * @param index the validation's position, from 0; 0 for what concerns the policy as a whole; an
   *     audit annotation's counts on from the last validation
   * @param expression the expression's text; empty for what concerns the policy as a whole
   */
  record Place(
      Policy policy, @Nullable Binding binding, String param, int index, String expression) {}

  /** The validation is true. */
  record Passed(Place place) implements Outcome {}

  /**
   * The validation is false.
   *
   * @param message the policy's own, without a prefix
   * @param reason {@code Invalid}, {@code Forbidden}, ...
   * @param explanation makes the evidence: which values made it false
   */
  record Violated(Place place, String message, String reason, Supplier<List<Evidence>> explanation)
      implements Outcome {

    /** Explains the violation. Evaluates the expression again: ask only when it is needed. */
    public List<Evidence> evidence() {
      return explanation.get();
    }
  }

  /**
   * The policy has nothing to say, because a match condition is false, or failed where failures are
   * ignored.
   *
   * @param reason which, as a user reads it
   */
  record Skipped(Place place, String reason) implements Outcome {}

  /**
   * Something could not be evaluated.
   *
   * @param message the API server's
   */
  record Failed(Place place, String message, Cause cause) implements Outcome {

    /** Where it failed, which decides what a failure does. */
    public enum Cause {
      /** An expression: {@code failurePolicy} and {@code validationActions} decide. */
      EXPRESSION,
      /** The policy or binding: denies under {@code failurePolicy: Fail}, whatever the actions. */
      CONFIGURATION,
      /** An audit annotation: denies under {@code failurePolicy: Fail}, whatever the actions. */
      AUDIT_ANNOTATION,
      /** The request's Namespace, which isn't there: the whole request is answered with 404. */
      NAMESPACE
    }
  }

  /**
   * Nobody here can tell.
   *
   * @param reason what is missing, as a user reads it
   */
  record NotChecked(Place place, String reason) implements Outcome {

    /** Returns the failure that this is at the door, where a request must be answered. */
    public Failed asFailed() {
      return new Failed(place, "not checked: " + reason, Failed.Cause.CONFIGURATION);
    }
  }

  /** An annotation for the audit event. */
  record Annotated(Place place, String key, String value) implements Outcome {}
}
