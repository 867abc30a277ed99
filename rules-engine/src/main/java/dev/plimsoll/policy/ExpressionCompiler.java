package dev.plimsoll.policy;

import dev.plimsoll.cel.CompileException;
import dev.plimsoll.cel.Declarations;
import dev.plimsoll.cel.Expression;
import dev.plimsoll.cel.Type;
import java.util.List;

/** Turns text into expressions: a CEL environment, or a store of what one made before. */
@FunctionalInterface
public interface ExpressionCompiler {

  /**
   * Compiles an expression.
   *
   * @param results the types that it may have, exactly; empty for any
   * @throws CompileException with the API server's text
   */
  Expression compile(String source, Declarations declarations, List<Type> results)
      throws CompileException;
}
