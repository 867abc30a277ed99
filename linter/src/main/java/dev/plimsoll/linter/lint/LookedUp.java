package dev.plimsoll.linter.lint;

import dev.plimsoll.policy.Policy;
import dev.plimsoll.policy.PolicySet;
import dev.plimsoll.policy.Validation;
import dev.plimsoll.policy.Variable;
import dev.plimsoll.resources.GroupVersionKind;
import dev.plimsoll.resources.GroupVersionResource;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which resources the expressions of policies read through {@code resource.Get} and {@code
 * resource.List}.
 *
 * @param any whether one of them is not known before it is evaluated
 */
record LookedUp(Set<GroupVersionResource> resources, boolean any) {

  private static final Pattern CALL = Pattern.compile("\\bresource\\s*\\.\\s*(?:Get|List)\\s*\\(");
  private static final Pattern CONSTANT =
      Pattern.compile("\\G\\s*[\"']([^\"']*)[\"']\\s*,\\s*[\"']([^\"']*)[\"']");

  static LookedUp by(PolicySet policies) {
    var resources = new HashSet<GroupVersionResource>();
    boolean any = false;
    for (var bound : policies.policies()) {
      for (var source : expressions(bound.policy()).toList()) {
        var call = CALL.matcher(source);
        while (call.find()) {
          var constant = CONSTANT.matcher(source);
          if (constant.find(call.end())) {
            var kind = GroupVersionKind.of(constant.group(1), "");
            resources.add(
                new GroupVersionResource(kind.group(), kind.version(), constant.group(2)));
          } else {
            any = true;
          }
        }
      }
    }
    return new LookedUp(resources, any);
  }

  boolean contains(GroupVersionResource resource) {
    return any || resources.contains(resource);
  }

  private static Stream<String> expressions(Policy policy) {
    return Stream.of(
            policy.variables().stream().map(Variable::expression),
            policy.matchConditions().stream().map(condition -> condition.expression()),
            policy.validations().stream().map(Validation::expression),
            policy.validations().stream().map(Validation::messageExpression))
        .flatMap(expressions -> expressions);
  }
}
