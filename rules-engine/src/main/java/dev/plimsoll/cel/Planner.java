package dev.plimsoll.cel;

import dev.plimsoll.cel.functions.Patterns;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes steps of an expression as cel-go's planner and its optimizer do: conversions and literals
 * of constants are evaluated now, and the ways into values become attributes. This decides what is
 * charged, so it follows cel-go's interpreter/planner.go and decorators.go closely.
 */
final class Planner {
  private static final Set<String> CONVERSIONS =
      Set.of(
          "bool",
          "bytes",
          "double",
          "dyn",
          "duration",
          "int",
          "string",
          "timestamp",
          "type",
          "uint");

  private static final Set<String> PATTERN_SECOND = Set.of("matches", "find", "findAll");

  private final List<String> scope = new ArrayList<>();
  private final Set<String> accumulators = new HashSet<>();
  private int slots;

  Program plan(Expr root) {
    return new Program(step(root), slots);
  }

  private Step step(Expr expr) {
    var planned = unfrozen(expr);
    return planned instanceof Attribute attribute ? attribute.freeze() : planned;
  }

  /** Plans an expression so that, if it is an attribute, qualifiers can still be added. */
  private Step unfrozen(Expr expr) {
    return switch (expr) {
      case Expr.Constant(_, var value) -> new Step.Constant(value);
      case Expr.Ident(_, var name) -> new Attribute.Path(root(name));
      case Expr.Select(_, var operand, var field) ->
          qualified(operand, Qualifier.constant(field, false));
      case Expr.Has(_, var operand, var field) ->
          new Logic.Has(qualified(operand, Qualifier.constant(field, false)));
      case Expr.Call call -> call(call);
      case Expr.ListLiteral list -> list(list);
      case Expr.MapLiteral map -> map(map);
      case Expr.Comprehension fold -> fold(fold);
    };
  }

  private Step root(String name) {
    int slot = scope.lastIndexOf(name);
    if (slot < 0) {
      return name.equals("variables") ? new Roots.Variables() : new Roots.Global(name);
    }
    return accumulators.contains(name) ? new Roots.Accumulator(slot) : new Roots.Local(slot);
  }

  private Attribute qualified(Expr operand, Qualifier qualifier) {
    var attribute = attribute(operand);
    attribute.qualify(qualifier);
    return attribute;
  }

  private Attribute attribute(Expr expr) {
    var planned = unfrozen(expr);
    return planned instanceof Attribute attribute ? attribute : new Attribute.Path(planned);
  }

  private Step call(Expr.Call call) {
    var arguments = call.arguments();
    return switch (call.function()) {
      case "_&&_" -> new Logic.Connective(step(arguments.get(0)), step(arguments.get(1)), false);
      case "_||_" -> new Logic.Connective(step(arguments.get(0)), step(arguments.get(1)), true);
      case "!_" -> new Logic.Not(step(arguments.get(0)));
      case "@not_strictly_false", "__not_strictly_false__" ->
          new Logic.NotStrictlyFalse(step(arguments.get(0)));
      case "_?_:_" ->
          new Attribute.Choice(
              step(arguments.get(0)), attribute(arguments.get(1)), attribute(arguments.get(2)));
      case "_==_" -> new Calls.Equal(step(arguments.get(0)), step(arguments.get(1)), false);
      case "_!=_" -> new Calls.Equal(step(arguments.get(0)), step(arguments.get(1)), true);
      case "or" -> new Logic.Alternative(step(arguments.get(0)), step(arguments.get(1)), false);
      case "orValue" -> new Logic.Alternative(step(arguments.get(0)), step(arguments.get(1)), true);
      case "_[_]" -> qualified(arguments.get(0), index(arguments.get(1), false));
      case "_[?_]", "_?._" -> qualified(arguments.get(0), index(arguments.get(1), true));
      default -> function(call);
    };
  }

  private Qualifier index(Expr expr, boolean optional) {
    return switch (unfrozen(expr)) {
      case Step.Constant constant ->
          Qualifier.constant(Qualifier.usable(constant.value, false), optional);
      case Attribute attribute -> {
        attribute.ownCost = 0;
        yield Qualifier.computed(attribute.freeze(), optional, attribute.isInside());
      }
      case Step computed -> Qualifier.computed(computed, optional, false);
    };
  }

  private Step function(Expr.Call call) {
    var arguments = call.arguments().stream().map(this::step).toArray(Step[]::new);
    boolean dispatched = call.overloads().size() != 1;
    compilePattern(call.function(), arguments);
    if (call.overloads().equals(List.of("in_list"))
        && arguments[1] instanceof Step.Constant constant
        && constant.value instanceof List<?> list) {
      var set = primitives(list);
      if (set != null) {
        return set.isEmpty() ? new Step.Constant(false) : new Calls.InSet(arguments[0], set);
      }
    }
    var candidates =
        dispatched
            ? Library.overloads(call.function())
            : List.of(Library.overload(call.overloads().getFirst()));
    // A constant pattern makes cel-go stop at the first argument that fails.
    boolean matched = PATTERN_SECOND.contains(call.function());
    boolean compiled = matched && arguments[1] instanceof Step.Constant;
    boolean eager = !compiled && !call.function().equals("format");
    if (compiled) {
      candidates = matching(candidates, arguments.length);
    }
    var step = new Calls.Call(call.function(), arguments, candidates, dispatched, eager);
    boolean constant = arguments.length == 1 && arguments[0] instanceof Step.Constant;
    return constant && CONVERSIONS.contains(call.function()) ? folded(step) : step;
  }

  /** Returns the overload that cel-go puts in place for a constant pattern: it takes any text. */
  private static List<Overload> matching(List<Overload> candidates, int arguments) {
    var overload =
        candidates.stream()
            .filter(candidate -> candidate.parameters().size() == arguments)
            .findFirst()
            .orElseThrow();
    Overload.Call onText =
        values -> {
          if (!(values[0] instanceof String)) {
            throw EvaluationException.NO_SUCH_OVERLOAD;
          }
          return overload.call().apply(values);
        };
    return List.of(
        new Overload(
            overload.function(),
            overload.id(),
            overload.receiver(),
            overload.parameters(),
            overload.result(),
            onText,
            overload.cost(),
            false));
  }

  /** Fails where a constant regular expression is none. */
  private static void compilePattern(String function, Step[] arguments) {
    if (PATTERN_SECOND.contains(function)
        && arguments[1] instanceof Step.Constant constant
        && constant.value instanceof String regex) {
      Patterns.compile(regex);
    }
  }

  private static Step.Constant folded(Step step) {
    var frame = new Frame(Activation.of(java.util.Map.of()), new Meter(Long.MAX_VALUE), 0);
    return new Step.Constant(step.evaluate(frame));
  }

  /** Returns a set of the elements, numbers in all their types; null if one is no primitive. */
  private static @Nullable Set<Object> primitives(List<?> list) {
    var set = new HashSet<Object>();
    for (var element : list) {
      switch (element) {
        case String text -> set.add(text);
        case Boolean truth -> set.add(truth);
        case Long number -> {
          set.add(number);
          set.add((double) number);
          if (number >= 0) {
            set.add(new UInt(number));
          }
        }
        case UInt number -> {
          set.add(number);
          set.add(Numbers.toDouble(number));
          if (number.bits() >= 0) {
            set.add(number.bits());
          }
        }
        case Double number -> {
          set.add(number);
          long whole = number.longValue();
          if (whole == number && Math.abs(number) < 0x1p63) {
            set.add(whole);
          }
          if (whole == number && number >= 0 && number < 0x1p63) {
            set.add(new UInt(whole));
          }
        }
        case null, default -> {
          return null;
        }
      }
    }
    return set;
  }

  private Step list(Expr.ListLiteral literal) {
    var elements = literal.elements().stream().map(e -> step(e.value())).toArray(Step[]::new);
    var optional = new boolean[elements.length];
    for (int i = 0; i < optional.length; i++) {
      optional[i] = literal.elements().get(i).optional();
    }
    var step = new Literals.ListOf(elements, optional);
    return areConstant(elements) ? folded(step) : step;
  }

  private Step map(Expr.MapLiteral literal) {
    var entries = literal.entries();
    var keys = new Step[entries.size()];
    var values = new Step[entries.size()];
    var optional = new boolean[entries.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = step(entries.get(i).key());
      values[i] = step(entries.get(i).value());
      optional[i] = entries.get(i).optional();
    }
    var step = new Literals.MapOf(keys, values, optional);
    return areConstant(keys) && areConstant(values) ? folded(step) : step;
  }

  private static boolean areConstant(Step[] steps) {
    for (var step : steps) {
      if (!(step instanceof Step.Constant)) {
        return false;
      }
    }
    return true;
  }

  private Step fold(Expr.Comprehension fold) {
    var range = step(fold.range());
    var initial = step(fold.initial());
    int depth = scope.size();
    int accumulator = declare(fold.accumulator());
    accumulators.add(fold.accumulator());
    int variable = declare(fold.variable());
    int second = fold.second().isEmpty() ? -1 : declare(fold.second());
    var quantifier = quantifier(fold, range, variable, second);
    if (quantifier != null) {
      scope.subList(depth, scope.size()).clear();
      return quantifier;
    }
    var condition = step(fold.condition());
    var step = foldStep(fold, fold.step());
    scope.subList(depth + 1, scope.size()).clear();
    var result = step(fold.result());
    scope.subList(depth, scope.size()).clear();
    return new Folds.Fold(range, variable, second, accumulator, initial, condition, step, result);
  }

  private int declare(String name) {
    scope.add(name);
    slots = Math.max(slots, scope.size());
    return scope.size() - 1;
  }

  private @Nullable Step quantifier(Expr.Comprehension fold, Step range, int variable, int second) {
    var shape = Macro.of(fold);
    return switch (shape) {
      case Macro.All(var predicate) ->
          new Folds.Quantifier(range, variable, second, step(predicate), false);
      case Macro.Exists(var predicate) ->
          new Folds.Quantifier(range, variable, second, step(predicate), true);
      case Macro.Other _ -> null;
    };
  }

  /** Plans a fold's step so that what it adds to a list or map is added in place. */
  private Step foldStep(Expr.Comprehension fold, Expr step) {
    if (!(step instanceof Expr.Call call)) {
      return step(step);
    }
    var arguments = call.arguments();
    boolean grows =
        !arguments.isEmpty()
            && arguments.getFirst() instanceof Expr.Ident(_, var name)
            && name.equals(fold.accumulator());
    if (grows
        && call.function().equals("_+_")
        && fold.initial() instanceof Expr.ListLiteral empty
        && empty.elements().isEmpty()
        && arguments.get(1) instanceof Expr.ListLiteral added
        && added.elements().size() == 1
        && !added.elements().getFirst().optional()) {
      var element = step(added.elements().getFirst().value());
      return new Folds.Append(
          step(arguments.getFirst()), element, element instanceof Step.Constant);
    }
    if (call.function().equals("_?_:_")) {
      return new Attribute.Choice(
          step(arguments.get(0)),
          new Attribute.Path(foldStep(fold, arguments.get(1))),
          attribute(arguments.get(2)));
    }
    return step(step);
  }
}
