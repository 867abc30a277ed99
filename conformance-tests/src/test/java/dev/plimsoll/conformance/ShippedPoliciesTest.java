package dev.plimsoll.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.cel.CelEnvironment;
import dev.plimsoll.cel.Expression;
import dev.plimsoll.cel.KubernetesVersion;
import dev.plimsoll.policy.Binding;
import dev.plimsoll.policy.BindingReader;
import dev.plimsoll.policy.Compiled;
import dev.plimsoll.policy.CompiledPolicy;
import dev.plimsoll.policy.ExpressionCompiler;
import dev.plimsoll.policy.Policy;
import dev.plimsoll.policy.store.ShippedPolicies;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the store hands out is what the compiler makes of the files. */
class ShippedPoliciesTest {
  private static final ShippedPolicies SHIPPED = ShippedPolicies.load();

  static Stream<Policy> policies() {
    return SHIPPED.policies().stream();
  }

  @ParameterizedTest
  @MethodSource("policies")
  void storedExpressionsAreTheCompiledOnes(Policy policy) {
    var stored = CompiledPolicy.of(policy, SHIPPED.compiler(policy, KubernetesVersion.LATEST));
    ExpressionCompiler environment = CelEnvironment.stored(KubernetesVersion.LATEST)::compile;
    var compiled = CompiledPolicy.of(policy, environment);
    assertThat(expressions(stored)).isNotEmpty().isEqualTo(expressions(compiled));
  }

  @Test
  void everyBindingOfAProfileBindsAShippedPolicy() {
    var names = SHIPPED.policies().stream().map(Policy::name).toList();
    for (var profile : SHIPPED.profiles()) {
      assertThat(SHIPPED.profile(profile).orElseThrow())
          .as(profile)
          .isNotEmpty()
          .filteredOn(BindingReader::reads)
          .extracting(object -> BindingReader.read(object).binding())
          .extracting(Binding::policyName)
          .isSubsetOf(names);
    }
  }

  private record Parts(String source, Object tree, Object type) {}

  private static List<Parts> expressions(CompiledPolicy policy) {
    var variables = policy.variables().values().stream().map(variable -> variable.expression());
    var others =
        policy.expressions().stream()
            .map(Compiled.Ready.class::cast)
            .map(Compiled.Ready::expression);
    return Stream.<Expression>concat(variables, others)
        .map(e -> new Parts(e.source(), e.root(), e.type()))
        .toList();
  }
}
