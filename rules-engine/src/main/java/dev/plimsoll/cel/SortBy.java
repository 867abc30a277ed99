package dev.plimsoll.cel;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelIssue;
import dev.cel.common.ast.CelExpr;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelMacroExprFactory;
import dev.cel.parser.CelStandardMacro;
import java.util.Optional;

/**
 * The macro {@code list.sortBy(x, key)}, expanded as in cel-go's ext/lists.go, on which its cost
 * depends: the list is bound to a name, then sorted by a list of keys.
 */
final class SortBy {
  static final CelMacro MACRO = CelMacro.newReceiverMacro("sortBy", 2, SortBy::expand);

  private static final String INPUT = "@__sortBy_input__";

  private SortBy() {}

  private static Optional<CelExpr> expand(
      CelMacroExprFactory factory, CelExpr target, ImmutableList<CelExpr> arguments) {
    switch (target.exprKind().getKind()) {
      case LIST, SELECT, IDENT, COMPREHENSION, CALL -> {}
      default -> {
        return Optional.of(
            factory.reportError(
                CelIssue.formatError(
                    factory.getSourceLocation(target),
                    "sortBy can only be applied to a list, identifier, comprehension, call or"
                        + " select expression")));
      }
    }
    if (arguments.getFirst().exprKind().getKind() != CelExpr.ExprKind.Kind.IDENT) {
      return Optional.of(
          factory.reportError(
              CelIssue.formatError(
                  factory.getSourceLocation(arguments.getFirst()),
                  "argument is not an identifier")));
    }
    var map = CelStandardMacro.MAP.getDefinition().getExpander();
    return map.expandMacro(factory, factory.newIdentifier(INPUT), arguments)
        .map(
            keys ->
                keys.exprKind().getKind() == CelExpr.ExprKind.Kind.NOT_SET
                    ? keys
                    : bind(factory, target, keys));
  }

  private static CelExpr bind(CelMacroExprFactory factory, CelExpr target, CelExpr keys) {
    var sorted =
        factory.newReceiverCall("@sortByAssociatedKeys", factory.newIdentifier(INPUT), keys);
    return factory.fold(
        "#unused",
        factory.newList(),
        INPUT,
        target,
        factory.newBoolLiteral(false),
        factory.newIdentifier(INPUT),
        sorted);
  }
}
