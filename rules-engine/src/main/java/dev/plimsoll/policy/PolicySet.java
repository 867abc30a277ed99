package dev.plimsoll.policy;

import dev.plimsoll.resources.EquivalentResources;
import dev.plimsoll.resources.GroupVersionResource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Policies with their bindings: an immutable snapshot, shared by all threads. A policy without a
 * binding, or a binding without its policy, is in no force.
 */
public final class PolicySet {
  /** Real clusters know some hundred resources; more are a sender's inventions. */
  private static final int MAX_REMEMBERED = 4096;

  private final List<BoundPolicy> policies;
  private final Map<Target, List<BoundPolicy>> byTarget = new ConcurrentHashMap<>();

  private record Target(String operation, GroupVersionResource resource, String subResource) {}

  private PolicySet(List<BoundPolicy> policies) {
    this.policies = List.copyOf(policies);
  }

  /** Returns the policies that have a binding, each compiled by the same compiler. */
  public static PolicySet of(
      Collection<Policy> policies, Collection<Binding> bindings, ExpressionCompiler compiler) {
    return of(policies, bindings, _ -> compiler);
  }

  /**
   * Returns the policies that have a binding. Of several with a name, the last one counts.
   *
   * @param compilers what the expressions of each policy are compiled with
   */
  public static PolicySet of(
      Collection<Policy> policies,
      Collection<Binding> bindings,
      Function<Policy, ExpressionCompiler> compilers) {
    var byName = new TreeMap<String, Policy>();
    policies.forEach(policy -> byName.put(policy.name(), policy));
    var bindingsByName = new TreeMap<String, Binding>();
    bindings.forEach(binding -> bindingsByName.put(binding.name(), binding));
    var bindingsByPolicy = new TreeMap<String, List<Binding>>();
    for (var binding : bindingsByName.values()) {
      bindingsByPolicy.computeIfAbsent(binding.policyName(), _ -> new ArrayList<>()).add(binding);
    }
    var bound = new ArrayList<BoundPolicy>();
    for (var policy : byName.values()) {
      var own = bindingsByPolicy.get(policy.name());
      if (own != null) {
        bound.add(new BoundPolicy(policy, own, compilers.apply(policy)));
      }
    }
    return new PolicySet(bound);
  }

  /** Returns the policies in force, by name. */
  public List<BoundPolicy> policies() {
    return policies;
  }

  /**
   * Returns the policies whose constraints name an operation on a resource, itself or one that is
   * equivalent to it; the rest of their constraints is not looked at.
   *
   * @param operation such as {@code CREATE}
   */
  public List<BoundPolicy> naming(
      String operation, GroupVersionResource resource, String subResource) {
    var target = new Target(operation, resource, subResource);
    var known = byTarget.get(target);
    if (known != null) {
      return known;
    }
    var found = policies.stream().filter(policy -> names(policy, target)).toList();
    if (byTarget.size() < MAX_REMEMBERED) {
      byTarget.put(target, found);
    }
    return found;
  }

  private static boolean names(BoundPolicy policy, Target target) {
    var constraints = policy.policy().matchConstraints();
    return constraints == null
        || constraints.rules().isEmpty()
        || constraints.rules().stream()
            .anyMatch(rule -> names(rule, constraints.matchPolicy(), target));
  }

  private static boolean names(ResourceRule rule, MatchPolicy matchPolicy, Target target) {
    if (rule.covers(target.operation(), target.resource(), target.subResource())) {
      return true;
    }
    return matchPolicy == MatchPolicy.EQUIVALENT
        && EquivalentResources.of(target.resource(), target.subResource()).stream()
            .anyMatch(other -> rule.covers(target.operation(), other, target.subResource()));
  }
}
