package dev.plimsoll.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.plimsoll.cel.functions.Formatting;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks the types of a format's arguments, clause by clause, before there are values. */
final class FormatClauses implements Formatting.Clause {
  private static final Set<String> TEXT =
      Set.of(
          "list",
          "map",
          "int",
          "uint",
          "double",
          "bool",
          "string",
          "google.protobuf.Timestamp",
          "bytes",
          "google.protobuf.Duration",
          "type",
          "null_type");

  private final CelAbstractSyntaxTree tree;
  private final List<CelExpr> arguments;
  private @Nullable CelExpr culprit;
  private int used;

  FormatClauses(CelAbstractSyntaxTree tree, List<CelExpr> arguments) {
    this.tree = tree;
    this.arguments = arguments;
  }

  /** Returns the argument that an error is about. */
  Optional<CelExpr> culprit() {
    return Optional.ofNullable(culprit);
  }

  /** Returns how many arguments the format takes. */
  int used() {
    return used;
  }

  @Override
  public String format(char verb, int precision, int index) {
    used = index + 1;
    var argument = arguments.get(index);
    switch (verb) {
      case 'd' -> require(argument, "decimal clause can only be used on integers", "int", "uint");
      case 'f' ->
          require(argument, "fixed-point clause can only be used on doubles", "double", "string");
      case 'e' ->
          require(argument, "scientific clause can only be used on doubles", "double", "string");
      case 'b' ->
          require(
              argument,
              "only integers and bools can be formatted as binary",
              "int",
              "uint",
              "bool");
      case 'x', 'X' ->
          require(
              argument,
              "only integers, byte buffers, and strings can be formatted as hex",
              "int",
              "uint",
              "string",
              "bytes");
      case 'o' -> require(argument, "octal clause can only be used on integers", "int", "uint");
      default -> requireText(argument);
    }
    return "";
  }

  private void requireText(CelExpr argument) {
    require(
        argument,
        "string clause can only be used on strings, bools, bytes, ints, doubles, maps, lists,"
            + " types, durations, and timestamps",
        TEXT);
    var inner =
        switch (argument.getKind()) {
          case LIST -> argument.list().elements().stream();
          case MAP -> argument.map().entries().stream().flatMap(e -> Stream.of(e.key(), e.value()));
          case CONSTANT, IDENT, SELECT, CALL, STRUCT, COMPREHENSION, NOT_SET ->
              Stream.<CelExpr>empty();
        };
    inner.forEach(this::requireText);
  }

  private void require(CelExpr argument, String complaint, String... names) {
    require(argument, complaint, Set.of(names));
  }

  private void require(CelExpr argument, String complaint, Set<String> names) {
    var name = Types.erasedName(CheckedTree.type(tree.getTypeOrThrow(argument.id())));
    if (!name.equals("dyn") && !names.contains(name)) {
      culprit = argument;
      throw new EvaluationException(complaint + ", was given " + name);
    }
  }
}
