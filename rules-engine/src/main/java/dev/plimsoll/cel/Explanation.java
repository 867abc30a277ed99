package dev.plimsoll.cel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks an expression as logic, to find what makes it what it is: of a false conjunction the false
 * sides, of a quantifier every element that counts, of anything else the values it was computed
 * from.
 */
final class Explanation {
  private final Tracer tracer;
  private final DocumentOrder order;
  private final Map<Optional<Origin>, Set<Origin>> found = new LinkedHashMap<>();

  private Explanation(Activation activation) {
    this.tracer = new Tracer(activation);
    this.order = new DocumentOrder(activation);
  }

  /** Returns why an expression is false or has no value. */
  static List<Evidence> of(Expr root, Activation activation) {
    var explanation = new Explanation(activation);
    try {
      explanation.why(root, false, null, Optional.empty());
    } catch (BudgetException | UnknownException stopped) {
      // What was found so far is still true.
    }
    return explanation.evidence();
  }

  private List<Evidence> evidence() {
    var evidence = new ArrayList<Evidence>();
    found.forEach((element, causes) -> evidence.add(new Evidence(element, sorted(causes))));
    evidence.sort((a, b) -> order.compare(first(a), first(b)));
    return evidence.isEmpty() ? List.of(new Evidence(Optional.empty(), List.of())) : evidence;
  }

  private List<Origin> sorted(Set<Origin> causes) {
    return causes.stream().sorted(order).toList();
  }

  private static @Nullable Origin first(Evidence evidence) {
    return evidence
        .element()
        .orElseGet(() -> evidence.causes().isEmpty() ? null : evidence.causes().getFirst());
  }

  /**
   * Finds why an expression has a truth value.
   *
   * @param element the innermost list element that a quantifier is at
   */
  private void why(
      Expr expr, boolean truth, Tracer.@Nullable Scope scope, Optional<Origin> element) {
    var variable = tracer.variableOf(expr, scope);
    if (variable != null) {
      why(variable, truth, null, element);
      return;
    }
    switch (expr) {
      case Expr.Call call when isConnective(call) -> whySides(call, truth, scope, element);
      case Expr.Call(_, var function, _, var arguments) when function.equals("!_") ->
          why(arguments.getFirst(), !truth, scope, element);
      case Expr.Call call when call.function().equals("_?_:_") ->
          whyBranch(call, truth, scope, element);
      case Expr.Comprehension fold -> whyFold(fold, truth, scope, element);
      case Expr.Call call -> whyLeaf(call.arguments(), call, scope, element);
      case Expr.Constant _,
          Expr.Ident _,
          Expr.Select _,
          Expr.Has _,
          Expr.ListLiteral _,
          Expr.MapLiteral _ ->
          whyLeaf(List.of(), expr, scope, element);
    }
  }

  private static boolean isConnective(Expr.Call call) {
    return call.function().equals("_&&_") || call.function().equals("_||_");
  }

  private void whySides(
      Expr.Call call, boolean truth, Tracer.@Nullable Scope scope, Optional<Origin> element) {
    var sides = call.arguments();
    var responsible = sides.stream().filter(side -> is(side, truth, scope)).toList();
    // Where no side is so, one has no value.
    var explained =
        responsible.isEmpty()
            ? sides.stream().filter(side -> truthOf(side, scope) == null).toList()
            : responsible;
    explained.forEach(side -> why(side, truth, scope, element));
  }

  private boolean is(Expr expr, boolean truth, Tracer.@Nullable Scope scope) {
    return Boolean.valueOf(truth).equals(truthOf(expr, scope));
  }

  private @Nullable Boolean truthOf(Expr expr, Tracer.@Nullable Scope scope) {
    try {
      return tracer.trace(expr, scope).value() instanceof Boolean truth ? truth : null;
    } catch (EvaluationException e) {
      return null;
    }
  }

  private void whyBranch(
      Expr.Call call, boolean truth, Tracer.@Nullable Scope scope, Optional<Origin> element) {
    Expr branch;
    try {
      branch = tracer.branch(call, scope);
    } catch (EvaluationException e) {
      why(call.arguments().getFirst(), true, scope, element);
      return;
    }
    why(branch, truth, scope, element);
  }

  private void whyFold(
      Expr.Comprehension fold,
      boolean truth,
      Tracer.@Nullable Scope scope,
      Optional<Origin> element) {
    Expr predicate;
    switch (Macro.of(fold)) {
      case Macro.All(var inner) -> predicate = inner;
      case Macro.Exists(var inner) -> predicate = inner;
      case Macro.Other _ -> {
        whyLeaf(List.of(), fold, scope, element);
        return;
      }
    }
    Traced range;
    List<Tracer.Scope> bindings;
    try {
      range = tracer.trace(fold.range(), scope);
      bindings = tracer.bindings(fold, range, scope);
    } catch (EvaluationException e) {
      add(element, tracer.failure());
      return;
    }
    var counted = bindings.stream().filter(inner -> is(predicate, truth, inner)).toList();
    if (counted.isEmpty()) {
      counted = bindings.stream().filter(inner -> truthOf(predicate, inner) == null).toList();
    }
    if (counted.isEmpty()) {
      add(element, range.origins());
    }
    counted.forEach(inner -> why(predicate, truth, inner, elementOf(inner.value(), element)));
  }

  /** Returns the list element that a variable is at, or the one around it. */
  private static Optional<Origin> elementOf(Traced value, Optional<Origin> outer) {
    var places = value.origins();
    return places.size() == 1 ? enclosingItem(places.getFirst()).or(() -> outer) : outer;
  }

  private static Optional<Origin> enclosingItem(Origin origin) {
    for (var path = origin.path(); path != null; path = path.parent()) {
      if (path.segment() instanceof Integer) {
        return Optional.of(new Origin(origin.variable(), path));
      }
    }
    return Optional.empty();
  }

  /** Explains what is no logic by what it was computed from. */
  private void whyLeaf(
      List<Expr> arguments, Expr whole, Tracer.@Nullable Scope scope, Optional<Origin> element) {
    var kept = new ArrayList<Origin>();
    List<Origin> origins;
    try {
      var value = tracer.trace(whole, scope);
      origins = value.origins();
      collectKept(arguments, scope, kept);
    } catch (EvaluationException e) {
      origins = tracer.failure();
      kept.clear();
    }
    if (kept.isEmpty()) {
      add(element, origins);
    } else {
      kept.forEach(origin -> add(enclosingItem(origin).or(() -> element), List.of(origin)));
    }
  }

  /** Collects the elements of lists that comprehensions made, also through {@code size}. */
  private void collectKept(List<Expr> arguments, Tracer.@Nullable Scope scope, List<Origin> kept) {
    for (var argument : arguments) {
      var value = tracer.trace(argument, scope);
      if (value.kept() && value.elements() != null && !value.elements().isEmpty()) {
        kept.addAll(Traced.originsOf(value.elements()));
      } else if (argument instanceof Expr.Call call && tracer.variableOf(call, scope) == null) {
        collectKept(call.arguments(), scope, kept);
      }
    }
  }

  private void add(Optional<Origin> element, List<Origin> causes) {
    var all = found.computeIfAbsent(element, _ -> new LinkedHashSet<>());
    all.addAll(causes.isEmpty() ? element.stream().toList() : causes);
  }
}
