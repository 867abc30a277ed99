package dev.plimsoll.cel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates expressions a second time, slowly, so that every value keeps where it came from. What
 * that costs is bounded by a number of steps, not by the meter.
 */
final class Tracer {
  private static final int MOST_STEPS = 1_000_000;

  private final Activation activation;
  private final Map<String, Traced> variables = new HashMap<>();
  private int steps;

  /** What the last failure was about. */
  private List<Origin> failure = List.of();

  private boolean missing;

  Tracer(Activation activation) {
    this.activation = activation;
  }

  /** Names of comprehensions' variables, the innermost first. */
  record Scope(String name, Traced value, @Nullable Scope outer) {
    static @Nullable Traced find(@Nullable Scope scope, String name) {
      for (var s = scope; s != null; s = s.outer) {
        if (s.name.equals(name)) {
          return s.value;
        }
      }
      return null;
    }
  }

  List<Origin> failure() {
    return failure;
  }

  /** Returns the expression of a policy's variable, if that is what is named. */
  @Nullable Expr variableOf(Expr expr, @Nullable Scope scope) {
    if (expr instanceof Expr.Select(_, Expr.Ident(_, var root), var name)
        && root.equals("variables")
        && Scope.find(scope, root) == null) {
      var variable = activation.variable(name);
      return variable == null || variable.expression() == null
          ? null
          : variable.expression().root();
    }
    return null;
  }

  /**
   * Returns the value.
   *
   * @throws EvaluationException if there is none; {@link #failure} then says why
   */
  Traced trace(Expr expr, @Nullable Scope scope) {
    if (++steps > MOST_STEPS) {
      throw new BudgetException("too much to explain");
    }
    return switch (expr) {
      case Expr.Constant(_, var value) -> Traced.constant(value);
      case Expr.Ident(_, var name) -> ident(name, scope);
      case Expr.Select select -> select(select, scope);
      case Expr.Has(_, var operand, var field) -> has(operand, field, scope);
      case Expr.ListLiteral list -> list(list, scope);
      case Expr.MapLiteral map -> map(map, scope);
      case Expr.Comprehension fold -> fold(fold, scope);
      case Expr.Call call -> call(call, scope);
    };
  }

  private Traced ident(String name, @Nullable Scope scope) {
    var local = Scope.find(scope, name);
    if (local != null) {
      if (local.value() instanceof EvaluationException error) {
        throw fail(error, local.sources(), false);
      }
      return local;
    }
    if (name.equals("variables")) {
      return Traced.constant(new PolicyVariables(activation, new Meter(Long.MAX_VALUE)));
    }
    var value = activation.lookup(name.intern());
    if (value == Activation.ABSENT) {
      throw fail(new EvaluationException("no such attribute(s): " + name), List.of(), false);
    }
    return Traced.at(value, new Origin(name, dev.plimsoll.document.FieldPath.ROOT));
  }

  private EvaluationException fail(
      EvaluationException error, List<Origin> causes, boolean missing) {
    this.failure = causes;
    this.missing = missing;
    return error;
  }

  private Traced select(Expr.Select select, @Nullable Scope scope) {
    var variable = variableOf(select, scope);
    if (variable != null) {
      var known = variables.get(select.field());
      if (known == null) {
        known = trace(variable, null);
        variables.put(select.field(), known);
      }
      return known;
    }
    return at(operand(select.operand(), select.field(), scope), select.field(), false);
  }

  /** Traces an operand; if a field of it is missing, the path goes on to the field wanted. */
  private Traced operand(Expr operand, @Nullable String field, @Nullable Scope scope) {
    try {
      return trace(operand, scope);
    } catch (EvaluationException e) {
      if (missing && field != null) {
        failure = failure.stream().map(origin -> origin.field(field)).toList();
      }
      throw e;
    }
  }

  private Traced at(Traced container, @Nullable Object key, boolean optional) {
    if (container.value() instanceof OptionalValue inner) {
      if (inner.present()) {
        return at(container.unwrapped(), key, true);
      }
      var deeper = container.sources().stream().map(o -> inside(o, key)).toList();
      return new Traced(inner, null, deeper, null, false);
    }
    Object found;
    try {
      found = Access.at(container.value(), key);
    } catch (EvaluationException e) {
      throw fail(e, container.origins(), false);
    }
    var place = container.place() == null ? null : inside(container.place(), key);
    if (found != Access.ABSENT) {
      var value = element(container, key, found, place);
      return optional ? value.wrapped() : value;
    }
    var causes = place == null ? container.origins() : List.of(place);
    if (optional) {
      return new Traced(OptionalValue.NONE, null, causes, null, false);
    }
    throw fail(Access.missing(container.value(), key), causes, place != null);
  }

  private static Traced element(
      Traced container, @Nullable Object key, @Nullable Object found, @Nullable Origin place) {
    var elements = container.elements();
    if (elements != null && key instanceof Long index) {
      return elements.get((int) (long) index);
    }
    return place == null
        ? new Traced(found, null, container.origins(), null, false)
        : Traced.at(found, place);
  }

  private static Origin inside(Origin origin, @Nullable Object key) {
    return switch (key) {
      case Long index when index >= 0 && index <= Integer.MAX_VALUE ->
          origin.item((int) (long) index);
      case null -> origin;
      default -> origin.field(GoText.of(key));
    };
  }

  private Traced has(Expr operand, String field, @Nullable Scope scope) {
    var container = operand(operand, field, scope);
    var found = at(container, field, true);
    boolean present = found.value() instanceof OptionalValue optional && optional.present();
    return new Traced(present, null, found.origins(), null, false);
  }

  private Traced list(Expr.ListLiteral list, @Nullable Scope scope) {
    var elements = new ArrayList<Traced>();
    for (var element : list.elements()) {
      var value = trace(element.value(), scope);
      if (!element.optional()) {
        elements.add(value);
      } else if (value.value() instanceof OptionalValue optional && optional.present()) {
        elements.add(value.unwrapped());
      }
    }
    return Traced.list(elements, Traced.originsOf(elements), false);
  }

  private Traced map(Expr.MapLiteral map, @Nullable Scope scope) {
    var parts = new ArrayList<Traced>();
    var values = new LinkedHashMap<@Nullable Object, @Nullable Object>();
    for (var entry : map.entries()) {
      var key = trace(entry.key(), scope);
      var value = trace(entry.value(), scope);
      parts.add(key);
      parts.add(value);
      if (!entry.optional()) {
        values.put(key.value(), value.value());
      } else if (value.value() instanceof OptionalValue optional && optional.present()) {
        values.put(key.value(), optional.value());
      }
    }
    return Traced.of(values, parts);
  }

  private Traced fold(Expr.Comprehension fold, @Nullable Scope scope) {
    var range = trace(fold.range(), scope);
    var accumulated = attempt(fold.initial(), scope);
    for (var bound : bindings(fold, range, scope)) {
      var inner = new Scope(fold.accumulator(), accumulated, bound);
      if (Boolean.FALSE.equals(attempt(fold.condition(), inner).value())) {
        break;
      }
      accumulated = attempt(fold.step(), inner);
    }
    var result = trace(fold.result(), new Scope(fold.accumulator(), accumulated, scope));
    if (result.elements() != null) {
      return Traced.list(result.elements(), range.origins(), true);
    }
    return result.origins().isEmpty() ? result.also(range.origins()) : result;
  }

  private Traced attempt(Expr expr, @Nullable Scope scope) {
    try {
      return trace(expr, scope);
    } catch (EvaluationException e) {
      return new Traced(e, null, failure, null, false);
    }
  }

  /** Returns the scopes of a comprehension's steps. */
  List<Scope> bindings(Expr.Comprehension fold, Traced range, @Nullable Scope scope) {
    var scopes = new ArrayList<Scope>();
    boolean two = !fold.second().isEmpty();
    if (range.value() instanceof Map<?, ?> map) {
      for (var entry : map.entrySet()) {
        var place = range.place() == null ? null : inside(range.place(), entry.getKey());
        var key = new Traced(entry.getKey(), place, range.origins(), null, false);
        var first = new Scope(fold.variable(), key, scope);
        scopes.add(two ? new Scope(fold.second(), at(range, entry.getKey(), false), first) : first);
      }
    } else if (range.value() instanceof List<?>) {
      long index = 0;
      for (var item : range.items()) {
        var first =
            new Scope(fold.variable(), two ? Traced.at(index++, item.place()) : item, scope);
        scopes.add(two ? new Scope(fold.second(), item, first) : first);
      }
    } else {
      throw fail(Folds.notIterable(range.value(), two), range.origins(), false);
    }
    return scopes;
  }

  private Traced call(Expr.Call call, @Nullable Scope scope) {
    var arguments = call.arguments();
    return switch (call.function()) {
      case "_&&_" -> connective(arguments, false, scope);
      case "_||_" -> connective(arguments, true, scope);
      case "_?_:_" -> trace(branch(call, scope), scope);
      case "@not_strictly_false", "__not_strictly_false__" -> {
        var value = attempt(arguments.getFirst(), scope);
        yield Traced.constant(!Boolean.FALSE.equals(value.value()));
      }
      case "_[_]" ->
          at(operand(arguments.get(0), null, scope), trace(arguments.get(1), scope).value(), false);
      case "_[?_]", "_?._" ->
          at(trace(arguments.get(0), scope), trace(arguments.get(1), scope).value(), true);
      case "dyn" -> trace(arguments.getFirst(), scope);
      case "or", "orValue" -> alternative(call, scope);
      default -> TracedCalls.apply(call, traceAll(arguments, scope), this::failing);
    };
  }

  private List<Traced> traceAll(List<Expr> arguments, @Nullable Scope scope) {
    var traced = new ArrayList<Traced>(arguments.size());
    arguments.forEach(argument -> traced.add(trace(argument, scope)));
    return traced;
  }

  private EvaluationException failing(EvaluationException error, List<Traced> operands) {
    return fail(error, Traced.originsOf(operands), false);
  }

  /** Returns the branch of a conditional that is taken. */
  Expr branch(Expr.Call conditional, @Nullable Scope scope) {
    boolean condition = truth(trace(conditional.arguments().get(0), scope));
    return conditional.arguments().get(condition ? 1 : 2);
  }

  static boolean truth(Traced value) {
    return value.value() instanceof Boolean truth ? truth : Step.notBool();
  }

  private Traced connective(List<Expr> arguments, boolean deciding, @Nullable Scope scope) {
    var left = attempt(arguments.get(0), scope);
    if (Boolean.valueOf(deciding).equals(left.value())) {
      return left;
    }
    var right = attempt(arguments.get(1), scope);
    if (Boolean.valueOf(deciding).equals(right.value())) {
      return right;
    }
    for (var side : List.of(left, right)) {
      if (side.value() instanceof EvaluationException error) {
        throw fail(error, side.sources(), false);
      }
      truth(side);
    }
    return Traced.of(!deciding, List.of(left, right));
  }

  private Traced alternative(Expr.Call call, @Nullable Scope scope) {
    var optional = trace(call.arguments().get(0), scope);
    if (!(optional.value() instanceof OptionalValue some)) {
      return optional;
    }
    if (!some.present()) {
      return trace(call.arguments().get(1), scope).also(optional.sources());
    }
    return call.function().equals("or") ? optional : optional.unwrapped();
  }
}
