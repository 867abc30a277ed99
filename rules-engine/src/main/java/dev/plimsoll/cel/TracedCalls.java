package dev.plimsoll.cel;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Calls of functions on values that know where they came from. */
final class TracedCalls {
  private static final Set<String> PICKING = Set.of("first", "last", "min", "max", "value");

  private TracedCalls() {}

  /**
   * Calls a function. A list that it returns keeps the origins of the elements it has from its
   * arguments.
   *
   * @param failing notes what a failure was about
   */
  static Traced apply(
      Expr.Call call,
      List<Traced> operands,
      BiFunction<EvaluationException, List<Traced>, EvaluationException> failing) {
    Object result;
    try {
      result = value(call, operands);
    } catch (EvaluationException e) {
      throw failing.apply(e, operands);
    }
    if (result instanceof List<?> list) {
      return list(list, operands, call.function().equals("_+_"));
    }
    if (PICKING.contains(call.function()) || call.function().startsWith("optional.of")) {
      return picked(result, operands);
    }
    return Traced.of(result, operands);
  }

  private static @Nullable Object value(Expr.Call call, List<Traced> operands) {
    switch (call.function()) {
      case "_==_" -> {
        return Equality.equal(operands.get(0).value(), operands.get(1).value());
      }
      case "_!=_" -> {
        return !Equality.certainlyEqual(operands.get(0).value(), operands.get(1).value());
      }
      case "!_" -> {
        return !Tracer.truth(operands.getFirst());
      }
      default -> {
        var constants =
            operands.stream().map(o -> new Step.Constant(o.value())).toArray(Step[]::new);
        boolean dispatched = call.overloads().size() != 1;
        var candidates =
            dispatched
                ? Library.overloads(call.function())
                : List.of(Library.overload(call.overloads().getFirst()));
        var frame = new Frame(Activation.of(java.util.Map.of()), new Meter(Long.MAX_VALUE), 0);
        return new Calls.Call(call.function(), constants, candidates, dispatched).evaluate(frame);
      }
    }
  }

  private static Traced list(List<?> result, List<Traced> operands, boolean joined) {
    var elements = new ArrayList<Traced>(result.size());
    var sources = Traced.originsOf(operands);
    if (joined) {
      operands.forEach(operand -> elements.addAll(operand.items()));
    } else {
      var candidates = operands.stream().flatMap(operand -> operand.items().stream()).toList();
      for (var element : result) {
        elements.add(
            candidates.stream()
                .filter(candidate -> candidate.value() == element)
                .findFirst()
                .orElseGet(() -> new Traced(element, null, sources, null, false)));
      }
    }
    boolean kept = operands.stream().anyMatch(Traced::kept);
    return Traced.list(elements, sources, kept);
  }

  /** Traces what is one of the elements of an argument, or the argument in another wrapping. */
  private static Traced picked(@Nullable Object result, List<Traced> operands) {
    var operand = operands.isEmpty() ? Traced.constant(result) : operands.getFirst();
    var inner = result instanceof OptionalValue optional ? optional.value() : result;
    if (operand.value() == inner || operand.value() instanceof OptionalValue) {
      return new Traced(
          result, operand.place(), operand.sources(), operand.elements(), operand.kept());
    }
    for (var item : operand.items()) {
      if (item.value() == inner) {
        return new Traced(result, item.place(), item.sources(), item.elements(), item.kept());
      }
    }
    return Traced.of(result, operands);
  }
}
