package dev.plimsoll.policy;

import java.util.List;

/**
 * Which requests a policy or a binding is for.
 *
 * @param rules the resources; a binding without any matches all
 * @param excluded the resources left out, whatever {@code rules} say
 */
public record MatchResources(
    LabelSelector namespaceSelector,
    LabelSelector objectSelector,
    List<ResourceRule> rules,
    List<ResourceRule> excluded,
    MatchPolicy matchPolicy) {

  public MatchResources {
    rules = List.copyOf(rules);
    excluded = List.copyOf(excluded);
  }
}
