package dev.plimsoll.cel;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Calls of functions. A failing argument fails the call, which is charged all the same. */
final class Calls {
  private Calls() {}

  /** {@code left == right} or {@code left != right}. */
  static final class Equal extends Step {
    private final Step left;
    private final Step right;
    private final boolean negated;

    Equal(Step left, Step right, boolean negated) {
      this.left = left;
      this.right = right;
      this.negated = negated;
    }

    @Override
    Object evaluate(Frame frame) {
      return test(frame);
    }

    @Override
    boolean test(Frame frame) {
      Object a;
      try {
        a = left.evaluate(frame);
      } catch (EvaluationException e) {
        frame.meter.charge(cost(e, Roots.attempt(right, frame)));
        throw e;
      }
      Object b;
      try {
        b = right.evaluate(frame);
      } catch (EvaluationException e) {
        frame.meter.charge(cost(a, e));
        throw e;
      }
      frame.meter.charge(cost(a, b));
      return negated ? !Equality.certainlyEqual(a, b) : Equality.equal(a, b);
    }

    private long cost(@Nullable Object a, @Nullable Object b) {
      return a instanceof OpaqueValue && !negated ? 1 : Costs.equality(a, b);
    }
  }

  /** A call of one function. */
  static final class Call extends Step {
    /** Functions whose cost depends on what they return. */
    private static final Set<String> BY_RESULT = Set.of("join", "slice", "reverse", "lists.range");

    private final String function;
    private final Step[] arguments;
    private final List<Overload> candidates;
    private final boolean dispatched;
    private final boolean eager;
    private final Overload.Cost cost;

    /**
     * Plans a call.
     *
     * @param candidates the overloads to choose from by the arguments, in cel-go's order
     * @param dispatched whether the checker left the choice open
     */
    Call(String function, Step[] arguments, List<Overload> candidates, boolean dispatched) {
      this(function, arguments, candidates, dispatched, true);
    }

    /**
     * Plans a call.
     *
     * @param eager whether a second argument is evaluated although the first one failed
     */
    Call(
        String function,
        Step[] arguments,
        List<Overload> candidates,
        boolean dispatched,
        boolean eager) {
      this.function = function;
      this.arguments = arguments;
      this.candidates = candidates;
      this.dispatched = dispatched;
      // cel-go evaluates all arguments of operators, and of functions up to the first that fails.
      this.eager =
          eager && arguments.length == 2 && (!dispatched || !candidates.getFirst().guarded());
      this.cost = candidates.getFirst().cost();
    }

    @Override
    @Nullable Object evaluate(Frame frame) {
      var values = new @Nullable Object[arguments.length];
      for (int i = 0; i < values.length; i++) {
        try {
          values[i] = arguments[i].evaluate(frame);
        } catch (EvaluationException e) {
          values[i] = e;
          fail(frame, values, i);
          throw e;
        }
      }
      if (!BY_RESULT.contains(function)) {
        // Charging first keeps a call that may cost too much from being made at all.
        frame.meter.charge(costOf(values, null));
        return choose(values).call().apply(values);
      }
      Object result;
      try {
        result = choose(values).call().apply(values);
      } catch (EvaluationException e) {
        frame.meter.charge(costOf(values, e));
        throw e;
      }
      frame.meter.charge(costOf(values, result));
      return result;
    }

    private void fail(Frame frame, @Nullable Object[] values, int failed) {
      if (eager && failed == 0) {
        values[1] = Roots.attempt(arguments[1], frame);
        frame.meter.charge(costOf(values, values[0]));
      } else if (failed == values.length - 1) {
        frame.meter.charge(costOf(values, values[failed]));
      }
    }

    private long costOf(@Nullable Object[] values, @Nullable Object result) {
      return dispatched ? cost.dispatched(values, result) : cost.of(values, result);
    }

    private Overload choose(@Nullable Object[] values) {
      for (var candidate : candidates) {
        if (!candidate.guarded() || takes(candidate.parameters(), values)) {
          return candidate;
        }
      }
      var types = java.util.Arrays.stream(values).map(Types::nameOf);
      throw new EvaluationException(
          "no such overload: " + function + types.collect(Collectors.joining(", ", "(", ")")));
    }

    private static boolean takes(List<Type> parameters, @Nullable Object[] values) {
      if (parameters.size() != values.length) {
        return false;
      }
      for (int i = 0; i < values.length; i++) {
        if (!Types.takes(parameters.get(i), values[i])) {
          return false;
        }
      }
      return true;
    }
  }

  /** {@code value in [constants]}, which costs nothing. */
  static final class InSet extends Step {
    private final Step value;
    private final Set<Object> set;

    InSet(Step value, Set<Object> set) {
      this.value = value;
      this.set = set;
    }

    @Override
    Object evaluate(Frame frame) {
      return test(frame);
    }

    @Override
    boolean test(Frame frame) {
      var wanted = value.evaluate(frame);
      return wanted != null && set.contains(wanted);
    }
  }
}
