package dev.plimsoll.policy.store;

import dev.plimsoll.cel.CompileException;
import dev.plimsoll.cel.Declarations;
import dev.plimsoll.cel.Expression;
import dev.plimsoll.cel.StoredExpression;
import dev.plimsoll.cel.Type;
import dev.plimsoll.policy.Compiled;
import dev.plimsoll.policy.CompiledPolicy;
import dev.plimsoll.policy.ExpressionCompiler;
import dev.plimsoll.policy.Policy;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A compiler that stores what another one makes, in the order in which it is asked for it. */
final class RecordingCompiler implements ExpressionCompiler {
  private final ExpressionCompiler compiler;
  private final DataOutputStream out;

  RecordingCompiler(ExpressionCompiler compiler, DataOutputStream out) {
    this.compiler = compiler;
    this.out = out;
  }

  /** Compiles a policy and stores all of its expressions, every one of which must compile. */
  void record(Policy policy) {
    var compiled = CompiledPolicy.of(policy, this);
    for (var variable : compiled.variables().values()) {
      if (variable.expression() == null) {
        throw refusal(policy, variable.name(), variable.problem());
      }
    }
    for (var expression : compiled.expressions()) {
      if (expression instanceof Compiled.Broken broken) {
        throw refusal(policy, broken.source(), broken.problem());
      }
    }
  }

  @Override
  public Expression compile(String source, Declarations declarations, List<Type> results)
      throws CompileException {
    var expression = compiler.compile(source, declarations, results);
    try {
      StoredExpression.write(out, expression);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return expression;
  }

  private static IllegalStateException refusal(Policy policy, String where, String why) {
    return new IllegalStateException(policy.name() + ": " + where + ": " + why);
  }
}
