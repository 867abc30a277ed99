package dev.plimsoll.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelSource;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The complaints of CEL-java's parser and checker in the words of cel-go. */
final class Issues {
  private static final int MOST = 100;
  private static final Pattern CANDIDATES =
      Pattern.compile(" \\(candidates: .*\\)$", Pattern.DOTALL);
  private static final Pattern SYNTAX =
      Pattern.compile(
          "(mismatched input|extraneous input|missing|no viable alternative|token recognition) .*",
          Pattern.DOTALL);
  private static final Pattern TOO_MANY =
      Pattern.compile("(mismatched input .*) expecting \\{.*'=='.*}", Pattern.DOTALL);
  private static final Pattern FREE = Pattern.compile("%[A-Za-z]+[0-9]+");
  private static final Pattern LOGIC =
      Pattern.compile("found no matching overload for '_(?:&&|\\|\\|)_' applied to '\\((.*)\\)'");

  private final CelSource source;
  private final String text;

  /** The parsed expression; null if it doesn't parse. */
  private final @Nullable CelAbstractSyntaxTree parsed;

  private Issues(CelSource source, @Nullable CelAbstractSyntaxTree parsed) {
    this.source = source;
    this.text = source.getContent().toString();
    this.parsed = parsed;
  }

  /**
   * Returns what cel-go would report.
   *
   * @param parsed what the parser made of it; null if it made nothing
   */
  static String text(
      List<CelIssue> issues, CelSource source, @Nullable CelAbstractSyntaxTree parsed) {
    var words = new Issues(source, parsed);
    return display(issues.stream().flatMap(words::reworded).toList(), source);
  }

  /** Lists issues by their places. */
  static String display(List<CelIssue> issues, CelSource source) {
    var sorted = new ArrayList<>(issues);
    sorted.sort(
        Comparator.comparingInt((CelIssue issue) -> issue.getSourceLocation().getLine())
            .thenComparingInt(issue -> issue.getSourceLocation().getColumn()));
    var lines = sorted.stream().limit(MOST).map(issue -> display(issue, source));
    var rest = sorted.size() - MOST;
    var truncated = Stream.of(rest + " more errors were truncated").filter(ignored -> rest > 0);
    return String.join("\n", Stream.concat(lines, truncated).toList());
  }

  private static String display(CelIssue issue, CelSource source) {
    return issue.getSourceLocation().getLine() < 0 || source.getContent().size() == 0
        ? "ERROR: <input>:"
            + (issue.getSourceLocation().getLine() < 0 ? "-1" : "1")
            + ":0: "
            + issue.getMessage()
        : issue.toDisplayString(source);
  }

  private Stream<CelIssue> reworded(CelIssue issue) {
    var message = CANDIDATES.matcher(issue.getMessage()).replaceFirst("");
    message = FREE.matcher(message).replaceAll("dyn");
    message =
        message
            .replace("google.protobuf.Timestamp", "timestamp")
            .replace("google.protobuf.Duration", "duration")
            .replace("null_type", "null")
            .replace("*error*", "!error!");
    message = message.replace("%%", "%");
    if (SYNTAX.matcher(message).lookingAt()) {
      return Stream.of(at(issue.getSourceLocation(), "Syntax error: " + syntax(issue, message)));
    }
    if (message.startsWith("Expression recursion limit exceeded")) {
      return Stream.of(at(CelSourceLocation.of(-1, 0), recursion()));
    }
    var logic = LOGIC.matcher(message);
    if (logic.matches()) {
      return operands(issue, logic);
    }
    if (message.equals("invalid argument to has() macro")) {
      return Stream.of(at(argumentOfHas(issue.getSourceLocation()), message));
    }
    return Stream.of(at(issue.getSourceLocation(), renamed(message)));
  }

  private static String renamed(String message) {
    if (message.startsWith("For input string") || message.startsWith("Invalid int")) {
      return "invalid int literal";
    }
    if (message.startsWith("Illegal escape sequence: Unicode")) {
      return "unable to unescape string";
    }
    if (message.startsWith("The iteration variable")) {
      return "iteration variable overwrites accumulator variable";
    }
    return switch (message) {
      case "unsupported syntax '`'" -> "unsupported syntax: '`'";
      case "The argument must be a simple name" -> "argument must be a simple name";
      case "Invalid unicode code point" -> "invalid unicode code point";
      default -> message;
    };
  }

  private String syntax(CelIssue issue, String message) {
    var many = TOO_MANY.matcher(message);
    if (!many.matches()) {
      return message;
    }
    int offset = source.getLocationOffset(issue.getSourceLocation()).orElse(0);
    int end = text.offsetByCodePoints(0, Math.min(offset, text.codePointCount(0, text.length())));
    return many.group(1) + " expecting " + Syntax.expectedAt(text, end);
  }

  private String recursion() {
    return Syntax.depth(text) >= 250
        ? "expression recursion limit exceeded: 250"
        : "max recursion depth exceeded";
  }

  /** cel-go complains of each operand of {@code &&} and {@code ||} that is no bool. */
  private Stream<CelIssue> operands(CelIssue issue, Matcher signature) {
    var types = split(signature.group(1));
    var call = Optional.ofNullable(parsed).flatMap(tree -> find(tree.getExpr(), issue.getExprId()));
    if (call.isEmpty() || call.get().getKind() != CelExpr.ExprKind.Kind.CALL) {
      return Stream.of(at(issue.getSourceLocation(), signature.group()));
    }
    var arguments = call.get().call().args();
    var found = new ArrayList<CelIssue>();
    for (int i = 0; i < types.size() && i < arguments.size(); i++) {
      if (!Set.of("bool", "dyn", "!error!").contains(types.get(i))) {
        var message = "expected type 'bool' but found '" + types.get(i) + "'";
        found.add(at(location(source, arguments.get(i).id(), parsed), message));
      }
    }
    return found.stream();
  }

  private static List<String> split(String types) {
    var parts = new ArrayList<String>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < types.length(); i++) {
      switch (types.charAt(i)) {
        case '(' -> depth++;
        case ')' -> depth--;
        case ',' -> {
          if (depth == 0) {
            parts.add(types.substring(start, i).strip());
            start = i + 1;
          }
        }
        default -> {}
      }
    }
    parts.add(types.substring(start).strip());
    return parts;
  }

  private static Optional<CelExpr> find(CelExpr root, long id) {
    return CheckedTree.descendants(root).filter(expr -> expr.id() == id).findFirst();
  }

  /** cel-go points at the argument, CEL-java at the bracket before it. */
  private CelSourceLocation argumentOfHas(CelSourceLocation call) {
    int offset = source.getLocationOffset(call).orElse(0);
    int open = text.indexOf('(', offset);
    if (open < 0) {
      return call;
    }
    int argument = open + 1;
    while (argument < text.length() && Character.isWhitespace(text.charAt(argument))) {
      argument++;
    }
    int close = Syntax.closingOf(text, open);
    int inside = Checker.positionOf(text.substring(argument, close));
    return source.getOffsetLocation(argument + inside).orElse(call);
  }

  static CelSourceLocation location(
      CelSource source, long id, @Nullable CelAbstractSyntaxTree tree) {
    var positions = tree == null ? source.getPositionsMap() : tree.getSource().getPositionsMap();
    return Optional.ofNullable(positions.get(id))
        .flatMap(source::getOffsetLocation)
        .orElse(CelSourceLocation.of(1, 0));
  }

  /** Returns where a literal begins: CEL-java leaves the sign of a number out. */
  static CelSourceLocation location(CelSource source, CelExpr literal, CelAbstractSyntaxTree tree) {
    int offset = source.getPositionsMap().getOrDefault(literal.id(), 0);
    if (isNegative(literal)) {
      do {
        offset--;
      } while (offset > 0 && source.getContent().get(offset) != '-');
    }
    return source.getOffsetLocation(offset).orElse(location(source, literal.id(), tree));
  }

  private static boolean isNegative(CelExpr expr) {
    return expr.getKind() == CelExpr.ExprKind.Kind.CONSTANT
        && switch (expr.constant().getKind()) {
          case INT64_VALUE -> expr.constant().int64Value() < 0;
          case DOUBLE_VALUE -> Math.copySign(1, expr.constant().doubleValue()) < 0;
          case BOOLEAN_VALUE,
              UINT64_VALUE,
              STRING_VALUE,
              BYTES_VALUE,
              NULL_VALUE,
              NOT_SET,
              TIMESTAMP_VALUE,
              DURATION_VALUE ->
              false;
        };
  }

  static CelIssue at(CelSourceLocation location, String message) {
    return CelIssue.formatError(location, message);
  }
}
