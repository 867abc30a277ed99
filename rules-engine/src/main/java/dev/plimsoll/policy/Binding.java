package dev.plimsoll.policy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A ValidatingAdmissionPolicyBinding: where a policy is in force, with which parameters, and how
 * hard it bites.
 *
 * @param paramRef null if the policy's {@code params} are null here
 * @param matchResources narrows the policy's own constraints; null if it doesn't
 * @param validationActions at least one, in the order written
 */
public record Binding(
    String name,
    Map<String, String> annotations,
    String policyName,
    @Nullable ParamRef paramRef,
    @Nullable MatchResources matchResources,
    List<ValidationAction> validationActions) {

  public Binding {
    annotations = Map.copyOf(annotations);
    validationActions = List.copyOf(validationActions);
  }

  /** Returns the binding that a policy without one of its own is judged with: Deny, everywhere. */
  public static Binding denying(Policy policy) {
    return new Binding(
        policy.name(), Map.of(), policy.name(), null, null, List.of(ValidationAction.DENY));
  }
}
