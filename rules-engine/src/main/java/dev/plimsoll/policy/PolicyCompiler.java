package dev.plimsoll.policy;

import dev.plimsoll.cel.CompileException;
import dev.plimsoll.cel.Declarations;
import dev.plimsoll.cel.Expression;
import dev.plimsoll.cel.NamedExpression;
import dev.plimsoll.cel.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compiles the expressions of one policy: each against what it may name, and to the type that it
 * must have. Variables come first, in order; each sees those before it, later expressions all.
 */
final class PolicyCompiler {
  private static final List<Type> BOOL = List.of(Type.BOOL);
  private static final List<Type> STRING = List.of(Type.STRING);
  private static final List<Type> STRING_OR_NULL = List.of(Type.STRING, Type.NULL);

  private final ExpressionCompiler compiler;
  private final Type object;
  private final boolean params;
  private final boolean composition;
  private final Map<String, Type> variableTypes = new LinkedHashMap<>();
  private final Map<String, NamedExpression> variables = new LinkedHashMap<>();

  /**
   * @param policy whose expressions are compiled: it says whether there are params, and what {@code
   *     object} is
   * @param composition whether {@code variables} may be named, though there be none
   */
  PolicyCompiler(ExpressionCompiler compiler, Policy policy, boolean composition) {
    this.compiler = compiler;
    this.object = DeskTypes.of(policy);
    this.params = policy.paramKind() != null;
    this.composition = composition;
  }

  /**
   * Compiles a variable and declares it to what comes after; of two with a name, the last counts.
   */
  NamedExpression declare(Variable variable) {
    NamedExpression named;
    try {
      named =
          NamedExpression.of(variable.name(), expression(variable.expression(), true, List.of()));
    } catch (CompileException e) {
      named = NamedExpression.broken(variable.name(), String.valueOf(e.getMessage()));
    }
    variables.put(variable.name(), named);
    variableTypes.put(variable.name(), named.type());
    return named;
  }

  Map<String, NamedExpression> variables() {
    return Map.copyOf(variables);
  }

  /** Compiles a validation or a match condition. */
  Compiled condition(String source) {
    return compile(source, true, BOOL);
  }

  /** Compiles a messageExpression, which has no authorizer. */
  Compiled message(String source) {
    return compile(source, false, STRING);
  }

  /** Compiles the value of an audit annotation. */
  Compiled annotation(String source) {
    return compile(source, true, STRING_OR_NULL);
  }

  private Compiled compile(String source, boolean authorizer, List<Type> results) {
    try {
      return new Compiled.Ready(expression(source, authorizer, results));
    } catch (CompileException e) {
      return new Compiled.Broken(source, String.valueOf(e.getMessage()));
    }
  }

  /** Compiles as the API server does; what only Plimsoll can evaluate is tried when that fails. */
  private Expression expression(String source, boolean authorizer, List<Type> results)
      throws CompileException {
    var declarations = declarations(authorizer);
    try {
      return compiler.compile(source, declarations, results);
    } catch (CompileException e) {
      if (!source.contains("resource.")) {
        throw e;
      }
      try {
        return compiler.compile(source, declarations.withResources(), results);
      } catch (CompileException _) {
        throw e;
      }
    }
  }

  private Declarations declarations(boolean authorizer) {
    var all = Declarations.admission();
    if (object != Type.DYN) {
      all = all.with("object", object).with("oldObject", object);
    }
    if (params) {
      all = all.withParams();
    }
    if (!authorizer) {
      all = all.withoutAuthorizer();
    }
    return composition ? all.withVariables(variableTypes) : all;
  }
}
