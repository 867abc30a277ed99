package dev.plimsoll.linter.rules;

import dev.plimsoll.policy.Policy;
import java.util.List;
import java.util.stream.Stream;

/**
 * A policy as its user sees it.
 *
 * @param id the policy's name
 * @param title what is wrong, in a few words
 * @param why why it matters
 * @param fix how to mend it
 * @param references pages to read
 * @param resources what it judges, such as {@code deployments.apps}
 * @param replaces peers' rules that report the same, such as {@code kube-linter/latest-tag}
 */
public record Rule(
    String id,
    String title,
    String why,
    String fix,
    List<String> references,
    List<String> resources,
    List<String> replaces) {

  public Rule {
    references = List.copyOf(references);
    resources = List.copyOf(resources);
    replaces = List.copyOf(replaces);
  }

  /** Returns the rule that a policy is; one without annotations has its name for a title. */
  public static Rule of(Policy policy) {
    var title = policy.annotation("title").strip();
    return new Rule(
        policy.name(),
        title.isEmpty() ? policy.name().replace('-', ' ') : title,
        policy.annotation("why").strip(),
        policy.annotation("fix").strip(),
        items(policy.annotation("references"), "\\R"),
        resources(policy),
        items(policy.annotation("replaces"), "[,\\s]"));
  }

  private static List<String> resources(Policy policy) {
    var constraints = policy.matchConstraints();
    if (constraints == null) {
      return List.of();
    }
    return constraints.rules().stream()
        .flatMap(
            rule ->
                rule.resources().stream()
                    .flatMap(
                        resource ->
                            rule.apiGroups().stream()
                                .map(group -> group.isEmpty() ? resource : resource + "." + group)))
        .distinct()
        .sorted()
        .toList();
  }

  private static List<String> items(String text, String separator) {
    return Stream.of(text.split(separator)).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }
}
