package dev.plimsoll.cel;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.plimsoll.cel.functions.Formatting;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The API server's checks of literals, made when types are right: durations, timestamps, regular
 * expressions and formats must be ones, the elements of a list must have one type.
 */
final class LiteralValidators {
  private final CelAbstractSyntaxTree tree;
  private final List<CelIssue> issues = new ArrayList<>();
  private final Set<Long> exempt = new HashSet<>();

  private LiteralValidators(CelAbstractSyntaxTree tree) {
    this.tree = tree;
  }

  /** Returns what is wrong, in no order. */
  static List<CelIssue> validate(CelAbstractSyntaxTree tree) {
    var validators = new LiteralValidators(tree);
    var all = CheckedTree.descendants(tree.getExpr()).toList();
    for (var expr : all) {
      if (expr.getKind() == CelExpr.ExprKind.Kind.CALL && isCall(expr, "format")) {
        CheckedTree.descendants(expr).forEach(inner -> validators.exempt.add(inner.id()));
      }
    }
    all.forEach(validators::check);
    return validators.issues;
  }

  private static boolean isCall(CelExpr expr, String function) {
    return expr.call().function().equals(function);
  }

  private void check(CelExpr expr) {
    switch (expr.getKind()) {
      case CALL -> checkCall(expr);
      case LIST -> checkList(expr.list());
      case MAP -> checkMap(expr.map());
      case CONSTANT -> {
        if (expr.constant().getKind() == CelConstant.Kind.DOUBLE_VALUE
            && Double.isInfinite(expr.constant().doubleValue())) {
          report(expr, "invalid double literal");
        }
      }
      case IDENT, SELECT, STRUCT, COMPREHENSION, NOT_SET -> {}
    }
  }

  private void checkCall(CelExpr expr) {
    var arguments = expr.call().args();
    if (arguments.isEmpty()) {
      return;
    }
    var first = arguments.get(0);
    if (isCall(expr, "format") && expr.call().target().isPresent()) {
      checkFormat(expr, expr.call().target().get(), first);
    }
    if (first.getKind() != CelExpr.ExprKind.Kind.CONSTANT) {
      return;
    }
    switch (expr.call().function()) {
      case "duration", "timestamp" -> checkConversion(expr, first);
      case "matches" -> checkRegex(first);
      default -> {}
    }
  }

  private void checkConversion(CelExpr expr, CelExpr argument) {
    var constant = new Step.Constant(CheckedTree.constant(argument.constant()));
    var function = expr.call().function();
    var candidates = Library.overloads(function);
    var call = new Calls.Call(function, new Step[] {constant}, candidates, true);
    try {
      call.evaluate(new Frame(Activation.of(Map.of()), new Meter(), 0));
    } catch (EvaluationException e) {
      report(argument, "invalid " + function + " argument");
    }
  }

  private void checkRegex(CelExpr argument) {
    try {
      var ignored = Pattern.compile(argument.constant().stringValue());
    } catch (PatternSyntaxException e) {
      report(argument, "invalid matches argument");
    }
  }

  private void checkList(CelExpr.CelList list) {
    Type expected = null;
    for (int i = 0; i < list.elements().size(); i++) {
      var element = list.elements().get(i);
      if (exempt.contains(element.id())) {
        return;
      }
      var type = type(element, list.optionalIndices().contains(i));
      if (expected == null) {
        expected = type;
      } else if (!expected.equals(type)) {
        mismatch(element, expected, type);
        return;
      }
    }
  }

  private void checkMap(CelExpr.CelMap map) {
    Type expectedKey = null;
    Type expectedValue = null;
    for (var entry : map.entries()) {
      if (exempt.contains(entry.key().id())) {
        return;
      }
      var key = type(entry.key(), false);
      var value = type(entry.value(), entry.optionalEntry());
      if (expectedKey == null || expectedValue == null) {
        expectedKey = key;
        expectedValue = value;
        continue;
      }
      if (!expectedKey.equals(key)) {
        mismatch(entry.key(), expectedKey, key);
      }
      if (!expectedValue.equals(value)) {
        mismatch(entry.value(), expectedValue, value);
      }
    }
  }

  private Type type(CelExpr expr, boolean optional) {
    var type = CheckedTree.type(tree.getTypeOrThrow(expr.id()));
    return optional && type instanceof Type.OptionalOf(var inner) ? inner : type;
  }

  private void mismatch(CelExpr element, Type expected, Type actual) {
    report(
        element, "expected type '" + written(expected) + "' but found '" + written(actual) + "'");
  }

  /** Returns a type as the checker's messages name it. */
  private static String written(Type type) {
    return type.toString()
        .replace("google.protobuf.Timestamp", "timestamp")
        .replace("google.protobuf.Duration", "duration")
        .replace("null_type", "null");
  }

  private void checkFormat(CelExpr call, CelExpr format, CelExpr arguments) {
    if (format.getKind() != CelExpr.ExprKind.Kind.CONSTANT
        || arguments.getKind() != CelExpr.ExprKind.Kind.LIST) {
      return;
    }
    var elements = arguments.list().elements();
    var clauses = new FormatClauses(tree, elements);
    try {
      Formatting.check(format.constant().stringValue(), elements.size(), clauses);
    } catch (EvaluationException e) {
      report(clauses.culprit().orElse(call), e.text());
      return;
    }
    if (elements.size() > clauses.used()) {
      report(
          call,
          "too many arguments supplied to string.format (expected %d, got %d)"
              .formatted(clauses.used(), elements.size()));
    }
  }

  private void report(CelExpr culprit, String message) {
    issues.add(Issues.at(Issues.location(tree.getSource(), culprit, tree), message));
  }
}
