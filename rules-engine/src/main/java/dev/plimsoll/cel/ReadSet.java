package dev.plimsoll.cel;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which resources an expression reads through {@code resource.Get} and {@code resource.List}.
 *
 * @param reads the resources it names
 * @param complete false if it also computes what to read, so that anything may be meant
 */
public record ReadSet(Set<Read> reads, boolean complete) {
  public static final ReadSet NOTHING = new ReadSet(Set.of(), true);

  private static final Set<String> READERS =
      Set.of("plimsoll_resource_get", "plimsoll_resource_list");

  public ReadSet {
    reads = Set.copyOf(reads);
  }

  /**
   * A resource that is read.
   *
   * @param apiVersion such as {@code apps/v1}
   * @param resource the plural, such as {@code deployments}
   */
  public record Read(String apiVersion, String resource) {}

  public static ReadSet of(Expression expression) {
    return of(expression.root());
  }

  /** Returns what either of the two reads. */
  public ReadSet and(ReadSet other) {
    var both = new LinkedHashSet<>(reads);
    both.addAll(other.reads);
    return new ReadSet(both, complete && other.complete);
  }

  private static ReadSet of(Expr expr) {
    var inner = parts(expr).map(ReadSet::of).reduce(NOTHING, ReadSet::and);
    if (!(expr instanceof Expr.Call call)
        || call.overloads().stream().noneMatch(READERS::contains)) {
      return inner;
    }
    if (call.arguments().get(1) instanceof Expr.Constant(_, String apiVersion)
        && call.arguments().get(2) instanceof Expr.Constant(_, String resource)) {
      return inner.and(new ReadSet(Set.of(new Read(apiVersion, resource)), true));
    }
    return inner.and(new ReadSet(Set.of(), false));
  }

  private static Stream<Expr> parts(Expr expr) {
    return switch (expr) {
      case Expr.Constant _, Expr.Ident _ -> Stream.empty();
      case Expr.Select(_, var operand, _) -> Stream.of(operand);
      case Expr.Has(_, var operand, _) -> Stream.of(operand);
      case Expr.Call call -> call.arguments().stream();
      case Expr.ListLiteral list -> list.elements().stream().map(Expr.Element::value);
      case Expr.MapLiteral map ->
          map.entries().stream().flatMap(e -> Stream.of(e.key(), e.value()));
      case Expr.Comprehension fold ->
          List.of(fold.range(), fold.initial(), fold.condition(), fold.step(), fold.result())
              .stream();
    };
  }
}
