package dev.plimsoll.cel;

import com.google.common.collect.ImmutableList;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelMacroExprFactory;
import java.util.List;
import java.util.Optional;

/**
 * {@code optMap} and {@code optFlatMap} as cel-go expands them: the optional stands twice in the
 * result, and so is evaluated and charged twice.
 */
final class OptionalMacros {
  private OptionalMacros() {}

  static List<CelMacro> all() {
    return List.of(
        CelMacro.newReceiverMacro(
            "optMap", 2, (factory, target, args) -> expand(factory, target, args, true)),
        CelMacro.newReceiverMacro(
            "optFlatMap", 2, (factory, target, args) -> expand(factory, target, args, false)));
  }

  private static Optional<CelExpr> expand(
      CelMacroExprFactory factory,
      CelExpr target,
      ImmutableList<CelExpr> arguments,
      boolean wrapped) {
    var variable = arguments.get(0);
    if (variable.getKind() != CelExpr.ExprKind.Kind.IDENT) {
      var macro = wrapped ? "optMap" : "optFlatMap";
      return Optional.of(
          factory.reportError(
              Issues.at(
                  factory.getSourceLocation(variable),
                  macro + "() variable name must be a simple identifier")));
    }
    var name = variable.ident().name();
    var mapped =
        factory.fold(
            "#unused",
            factory.newList(),
            name,
            factory.newReceiverCall("value", factory.copy(target)),
            factory.newConstant(CelConstant.ofValue(false)),
            factory.newIdentifier(name),
            arguments.get(1));
    return Optional.of(
        factory.newGlobalCall(
            "_?_:_",
            factory.newReceiverCall("hasValue", target),
            wrapped ? factory.newGlobalCall("optional.of", mapped) : mapped,
            factory.newGlobalCall("optional.none")));
  }
}
