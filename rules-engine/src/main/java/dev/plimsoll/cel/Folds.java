package dev.plimsoll.cel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Comprehensions. */
final class Folds {
  private Folds() {}

  /** Any comprehension; {@link Quantifier} is the quick form of the commonest. */
  static final class Fold extends Step {
    private final Step range;
    private final int variable;
    private final int second;
    private final int accumulator;
    private final Step initial;
    private final Step condition;
    private final Step step;
    private final Step result;

    /**
     * Plans a fold.
     *
     * @param variable the slot of its variable
     * @param second the slot of the second variable, or -1
     */
    Fold(
        Step range,
        int variable,
        int second,
        int accumulator,
        Step initial,
        Step condition,
        Step step,
        Step result) {
      this.range = range;
      this.variable = variable;
      this.second = second;
      this.accumulator = accumulator;
      this.initial = initial;
      this.condition = condition;
      this.step = step;
      this.result = result;
    }

    @Override
    @Nullable Object evaluate(Frame frame) {
      var over = range.evaluate(frame);
      frame.slots[accumulator] = initialValue();
      if (over instanceof List<?> list) {
        foldList(frame, list);
      } else if (over instanceof Map<?, ?> map) {
        foldMap(frame, map);
      } else {
        throw notIterable(over, second >= 0);
      }
      return result.evaluate(frame);
    }

    private @Nullable Object initialValue() {
      return switch (initial) {
        case Constant c when c.value instanceof List<?> list && list.isEmpty() -> new ArrayList<>();
        case Constant c when c.value instanceof Map<?, ?> map && map.isEmpty() ->
            new LinkedHashMap<>();
        case Constant c -> c.value;
        case Step pending -> pending;
      };
    }

    private void foldList(Frame frame, List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        frame.slots[variable] = second < 0 ? list.get(i) : Long.valueOf(i);
        if (second >= 0) {
          frame.slots[second] = list.get(i);
        }
        if (!advance(frame)) {
          return;
        }
      }
    }

    private void foldMap(Frame frame, Map<?, ?> map) {
      for (var entry : map.entrySet()) {
        frame.slots[variable] = entry.getKey();
        if (second >= 0) {
          frame.slots[second] = entry.getValue();
        }
        if (!advance(frame)) {
          return;
        }
      }
    }

    private boolean advance(Frame frame) {
      if (Boolean.FALSE.equals(Roots.attempt(condition, frame))) {
        return false;
      }
      frame.slots[accumulator] = Roots.attempt(step, frame);
      frame.meter.iterate();
      return true;
    }
  }

  /** {@code all} or {@code exists} in either form; costs what the fold it stands for would. */
  static final class Quantifier extends Step {
    private final Step range;
    private final int variable;
    private final int second;
    private final Step predicate;
    private final boolean deciding;

    /**
     * Plans a quantifier.
     *
     * @param deciding what one element has to be to end it: false for {@code all}
     */
    Quantifier(Step range, int variable, int second, Step predicate, boolean deciding) {
      this.range = range;
      this.variable = variable;
      this.second = second;
      this.predicate = predicate;
      this.deciding = deciding;
    }

    @Override
    Object evaluate(Frame frame) {
      return test(frame);
    }

    @Override
    boolean test(Frame frame) {
      var over = range.evaluate(frame);
      EvaluationException failure = null;
      // The condition reads the accumulator, negates it in exists(), and calls a function.
      int conditionCost = deciding ? 3 : 2;
      var elements =
          switch (over) {
            case List<?> list -> list;
            case Map<?, ?> map when second < 0 -> map.keySet();
            case Map<?, ?> map -> map.entrySet();
            case null, default -> throw notIterable(over, second >= 0);
          };
      boolean decided = false;
      long index = 0;
      for (var element : elements) {
        frame.meter.step(conditionCost);
        if (decided) {
          break;
        }
        bind(frame, element, index++);
        frame.meter.step(1);
        try {
          decided = predicate.test(frame) == deciding;
        } catch (EvaluationException e) {
          failure = failure == null ? e : failure;
        }
        frame.meter.iterate();
      }
      frame.meter.step(1);
      if (failure != null && !decided) {
        throw failure;
      }
      return decided == deciding;
    }

    private void bind(Frame frame, @Nullable Object element, long index) {
      if (second < 0) {
        frame.slots[variable] = element;
      } else if (element instanceof Map.Entry<?, ?> entry) {
        frame.slots[variable] = entry.getKey();
        frame.slots[second] = entry.getValue();
      } else {
        frame.slots[variable] = index;
        frame.slots[second] = element;
      }
    }
  }

  /** {@code accumulator + [element]} on a list that only its fold can see. */
  static final class Append extends Step {
    private final Step accumulator;
    private final Step element;
    private final int listCost;

    Append(Step accumulator, Step element, boolean constant) {
      this.accumulator = accumulator;
      this.element = element;
      this.listCost = constant ? 0 : Costs.LIST;
    }

    @Override
    @SuppressWarnings("unchecked")
    Object evaluate(Frame frame) {
      Object list = Roots.attempt(accumulator, frame);
      Object value = Roots.attempt(element, frame);
      frame.meter.charge(listCost);
      frame.meter.step(1);
      if (list instanceof EvaluationException error) {
        throw error;
      }
      if (value instanceof EvaluationException error) {
        throw error;
      }
      var grown = (List<@Nullable Object>) Objects.requireNonNull(list);
      grown.add(value);
      return grown;
    }
  }

  static EvaluationException notIterable(@Nullable Object range, boolean twoVariables) {
    var type = Types.goTypeOf(range);
    return new EvaluationException(
        twoVariables
            ? "unsupported comprehension range type: " + type
            : "got '" + type + "', expected iterable type");
  }
}
