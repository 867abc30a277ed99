package dev.plimsoll.policy;

import dev.plimsoll.cel.NamedExpression;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A policy's expressions, compiled as the API server compiles a stored policy.
 *
 * @param messages one for each validation, empty where it has no messageExpression
 */
public record CompiledPolicy(
    Map<String, NamedExpression> variables,
    List<Compiled> matchConditions,
    List<Compiled> validations,
    List<Optional<Compiled>> messages,
    List<Compiled> auditAnnotations) {

  public CompiledPolicy {
    variables = Map.copyOf(variables);
    matchConditions = List.copyOf(matchConditions);
    validations = List.copyOf(validations);
    messages = List.copyOf(messages);
    auditAnnotations = List.copyOf(auditAnnotations);
  }

  /** Compiles a policy's expressions, each with the variables before it. */
  public static CompiledPolicy of(Policy policy, ExpressionCompiler expressions) {
    var compiler = new PolicyCompiler(expressions, policy, true);
    policy.variables().forEach(compiler::declare);
    return new CompiledPolicy(
        compiler.variables(),
        policy.matchConditions().stream().map(c -> compiler.condition(c.expression())).toList(),
        policy.validations().stream().map(v -> compiler.condition(v.expression())).toList(),
        policy.validations().stream()
            .map(Validation::messageExpression)
            .map(
                source ->
                    source.isEmpty()
                        ? Optional.<Compiled>empty()
                        : Optional.of(compiler.message(source)))
            .toList(),
        policy.auditAnnotations().stream()
            .map(a -> compiler.annotation(a.valueExpression()))
            .toList());
  }

  /** Returns all expressions but the variables'. */
  public List<Compiled> expressions() {
    return Stream.of(
            matchConditions.stream(),
            validations.stream(),
            messages.stream().flatMap(Optional::stream),
            auditAnnotations.stream())
        .flatMap(expressions -> expressions)
        .toList();
  }
}
