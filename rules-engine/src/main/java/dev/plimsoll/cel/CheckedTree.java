package dev.plimsoll.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypes;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.OptionalType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeParamType;
import dev.cel.common.types.TypeType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns what CEL-java's checker made into our own tree and types. */
final class CheckedTree {
  private final CelAbstractSyntaxTree tree;

  private CheckedTree(CelAbstractSyntaxTree tree) {
    this.tree = tree;
  }

  static Expr expr(CelAbstractSyntaxTree tree) {
    return new CheckedTree(tree).expr(tree.getExpr());
  }

  private Expr expr(CelExpr expr) {
    int position = tree.getSource().getPositionsMap().getOrDefault(expr.id(), 0);
    return switch (expr.getKind()) {
      case CONSTANT -> new Expr.Constant(position, constant(expr.constant()));
      case IDENT -> ident(expr, position, expr.ident().name());
      case SELECT -> select(expr, position);
      case CALL -> call(expr, position);
      case LIST -> list(expr.list(), position);
      case MAP -> map(expr.map(), position);
      case COMPREHENSION -> comprehension(expr.comprehension(), position);
      case STRUCT, NOT_SET -> throw new EvaluationException("message literals are not supported");
    };
  }

  /** Names that the checker takes for types and that then turn out to be none. */
  private static final Set<String> UNKNOWN_TYPES = Set.of("timestamp", "duration", "dyn");

  /** A name may stand for a variable or a type. */
  private Expr ident(CelExpr expr, int position, String written) {
    if (UNKNOWN_TYPES.contains(written)) {
      throw new EvaluationException("reference to undefined type: " + written);
    }
    if (tree.getType(expr.id()).orElse(null) instanceof TypeType type) {
      return new Expr.Constant(position, type(type.type()));
    }
    var reference = tree.getReference(expr.id());
    return new Expr.Ident(position, reference.map(r -> r.name()).orElse(written));
  }

  private Expr select(CelExpr expr, int position) {
    if (tree.getReference(expr.id()).isPresent()) {
      return ident(expr, position, "");
    }
    var select = expr.select();
    var operand = expr(select.operand());
    return select.testOnly()
        ? new Expr.Has(position, operand, select.field())
        : new Expr.Select(position, operand, select.field());
  }

  private Expr call(CelExpr expr, int position) {
    var call = expr.call();
    var reference = tree.getReference(expr.id()).orElseThrow();
    var arguments = new ArrayList<Expr>();
    // The checker turns ip.isCanonical(x) into a call without a target.
    boolean namespaced = call.target().isPresent() && !reference.name().isEmpty();
    if (call.target().isPresent() && !namespaced) {
      arguments.add(expr(call.target().get()));
    }
    call.args().forEach(argument -> arguments.add(expr(argument)));
    var function = namespaced ? reference.name() : call.function();
    return new Expr.Call(position, function, reference.overloadIds(), arguments);
  }

  private Expr list(CelExpr.CelList list, int position) {
    var optional = new HashSet<>(list.optionalIndices());
    var elements = new ArrayList<Expr.Element>();
    for (var element : list.elements()) {
      elements.add(new Expr.Element(expr(element), optional.contains(elements.size())));
    }
    return new Expr.ListLiteral(position, elements);
  }

  private Expr map(CelExpr.CelMap map, int position) {
    var entries = new ArrayList<Expr.Entry>();
    for (var entry : map.entries()) {
      entries.add(new Expr.Entry(expr(entry.key()), expr(entry.value()), entry.optionalEntry()));
    }
    return new Expr.MapLiteral(position, entries);
  }

  private Expr comprehension(CelExpr.CelComprehension fold, int position) {
    return new Expr.Comprehension(
        position,
        expr(fold.iterRange()),
        fold.iterVar(),
        fold.iterVar2(),
        fold.accuVar(),
        expr(fold.accuInit()),
        expr(fold.loopCondition()),
        expr(fold.loopStep()),
        expr(fold.result()));
  }

  static @Nullable Object constant(CelConstant constant) {
    return switch (constant.getKind()) {
      case NULL_VALUE -> null;
      case BOOLEAN_VALUE -> constant.booleanValue();
      case INT64_VALUE -> constant.int64Value();
      case UINT64_VALUE -> new UInt(constant.uint64Value().longValue());
      case DOUBLE_VALUE -> constant.doubleValue();
      case STRING_VALUE -> constant.stringValue();
      case BYTES_VALUE -> new Bytes(constant.bytesValue().toByteArray());
      case NOT_SET, TIMESTAMP_VALUE, DURATION_VALUE ->
          throw new IllegalArgumentException("not a literal: " + constant.getKind());
    };
  }

  private static final Map<CelType, Type> SIMPLE =
      Map.ofEntries(
          Map.entry(SimpleType.BOOL, Type.BOOL),
          Map.entry(SimpleType.INT, Type.INT),
          Map.entry(SimpleType.UINT, Type.UINT),
          Map.entry(SimpleType.DOUBLE, Type.DOUBLE),
          Map.entry(SimpleType.STRING, Type.STRING),
          Map.entry(SimpleType.BYTES, Type.BYTES),
          Map.entry(SimpleType.NULL_TYPE, Type.NULL),
          Map.entry(SimpleType.DYN, Type.DYN),
          Map.entry(SimpleType.TIMESTAMP, Type.TIMESTAMP),
          Map.entry(SimpleType.DURATION, Type.DURATION));

  static Type type(CelType type) {
    var simple = SIMPLE.get(type);
    if (simple != null) {
      return simple;
    }
    return switch (type) {
      case ListType list -> Type.list(type(list.elemType()));
      case MapType map -> Type.map(type(map.keyType()), type(map.valueType()));
      case OptionalType optional -> Type.optional(type(optional.parameters().getFirst()));
      case TypeType typeType -> new Type.TypeOf(type(typeType.type()));
      case TypeParamType parameter -> Type.parameter(parameter.name());
      default -> CelTypes.isWellKnownType(type.name()) ? Type.DYN : Type.opaque(type.name());
    };
  }

  /** Returns an expression and all those inside it, the innermost first. */
  static Stream<CelExpr> descendants(CelExpr root) {
    var inner =
        switch (root.getKind()) {
          case SELECT -> Stream.of(root.select().operand());
          case CALL -> Stream.concat(root.call().target().stream(), root.call().args().stream());
          case LIST -> root.list().elements().stream();
          case MAP -> root.map().entries().stream().flatMap(e -> Stream.of(e.key(), e.value()));
          case STRUCT -> root.struct().entries().stream().map(CelExpr.CelStruct.Entry::value);
          case COMPREHENSION ->
              Stream.of(
                  root.comprehension().iterRange(),
                  root.comprehension().accuInit(),
                  root.comprehension().loopCondition(),
                  root.comprehension().loopStep(),
                  root.comprehension().result());
          case CONSTANT, IDENT, NOT_SET -> Stream.<CelExpr>empty();
        };
    return Stream.concat(inner.flatMap(CheckedTree::descendants), Stream.of(root));
  }
}
