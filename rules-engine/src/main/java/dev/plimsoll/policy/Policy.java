package dev.plimsoll.policy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A ValidatingAdmissionPolicy.
 *
 * @param name the rule's id
 * @param annotations those of its metadata; Plimsoll's own begin with {@code plimsoll.dev/}
 * @param paramKind null if it takes no parameters
 * @param matchConstraints null if they are missing, which is an error once a request comes
 */
public record Policy(
    String name,
    Map<String, String> annotations,
    FailurePolicy failurePolicy,
    @Nullable ParamKind paramKind,
    @Nullable MatchResources matchConstraints,
    List<MatchCondition> matchConditions,
    List<Variable> variables,
    List<Validation> validations,
    List<AuditAnnotation> auditAnnotations) {

  public Policy {
    annotations = Map.copyOf(annotations);
    matchConditions = List.copyOf(matchConditions);
    variables = List.copyOf(variables);
    validations = List.copyOf(validations);
    auditAnnotations = List.copyOf(auditAnnotations);
  }

  /** Returns what {@code metadata.annotations} say under {@code plimsoll.dev/}, or nothing. */
  public String annotation(String key) {
    return annotations.getOrDefault("plimsoll.dev/" + key, "");
  }
}
