package dev.plimsoll.policy;

import dev.plimsoll.document.FieldPath;
import java.util.ArrayList;
import java.util.List;

/** Compiles a policy's expressions as the API server does when the policy is written. */
public final class ExpressionCheck {
  private static final FieldPath SPEC = FieldPath.ROOT.field("spec");

  private final List<FieldError> errors = new ArrayList<>();

  private ExpressionCheck() {}

  /**
   * Returns the expressions that don't compile.
   *
   * @param environment the one for new expressions
   */
  public static List<FieldError> check(Policy policy, ExpressionCompiler environment) {
    var check = new ExpressionCheck();
    check.matchConditions(policy, new PolicyCompiler(environment, policy, false));
    check.rest(policy, new PolicyCompiler(environment, policy, !policy.variables().isEmpty()));
    return List.copyOf(check.errors);
  }

  /** Match conditions are compiled without variables, and without the blanks around them. */
  private void matchConditions(Policy policy, PolicyCompiler compiler) {
    for (int i = 0; i < policy.matchConditions().size(); i++) {
      var source = policy.matchConditions().get(i).expression().strip();
      if (!source.isEmpty()) {
        var path = SPEC.field("matchConditions").item(i).field("expression");
        report(path, source, compiler.condition(source));
      }
    }
  }

  private void rest(Policy policy, PolicyCompiler compiler) {
    for (int i = 0; i < policy.variables().size(); i++) {
      var variable = policy.variables().get(i);
      if (!variable.expression().isBlank()) {
        var problem = compiler.declare(variable).problem();
        if (!problem.isEmpty()) {
          var path = SPEC.field("variables").item(i).field("expression");
          errors.add(FieldError.invalid(path, variable.expression(), problem));
        }
      }
    }
    for (int i = 0; i < policy.validations().size(); i++) {
      var validation = policy.validations().get(i);
      var path = SPEC.field("validations").item(i);
      if (!validation.expression().isBlank()) {
        var source = validation.expression();
        report(path.field("expression"), source, compiler.condition(source));
      }
      if (!validation.messageExpression().isBlank()) {
        var source = validation.messageExpression();
        report(path.field("messageExpression"), source, compiler.message(source));
      }
    }
    for (int i = 0; i < policy.auditAnnotations().size(); i++) {
      var source = policy.auditAnnotations().get(i).valueExpression();
      if (!source.isBlank()) {
        var path = SPEC.field("auditAnnotations").item(i).field("valueExpression");
        report(path, source, compiler.annotation(source.strip()));
      }
    }
  }

  private void report(FieldPath path, String source, Compiled compiled) {
    switch (compiled) {
      case Compiled.Ready _ -> {}
      case Compiled.Broken(_, var problem) -> errors.add(FieldError.invalid(path, source, problem));
    }
  }
}
