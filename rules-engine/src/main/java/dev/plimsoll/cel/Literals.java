package dev.plimsoll.cel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** List and map literals with parts that are computed. */
final class Literals {
  private Literals() {}

  /** {@code [a, ?b]}. */
  static final class ListOf extends Step {
    private final Step[] elements;
    private final boolean[] optional;

    ListOf(Step[] elements, boolean[] optional) {
      this.elements = elements;
      this.optional = optional;
    }

    @Override
    Object evaluate(Frame frame) {
      try {
        var list = new ArrayList<@Nullable Object>(elements.length);
        for (int i = 0; i < elements.length; i++) {
          var value = elements[i].evaluate(frame);
          if (!optional[i]) {
            list.add(value);
          } else if (optionalOf(value).present()) {
            list.add(optionalOf(value).value());
          }
        }
        frame.meter.charge(Costs.LIST);
        return list;
      } catch (EvaluationException e) {
        frame.meter.charge(Costs.LIST);
        throw e;
      }
    }

    private static OptionalValue optionalOf(@Nullable Object value) {
      if (value instanceof OptionalValue optional) {
        return optional;
      }
      throw new EvaluationException(
          "cannot initialize optional list element from non-optional value " + GoText.of(value));
    }
  }

  /** {@code {a: b, ?c: d}}. */
  static final class MapOf extends Step {
    private final Step[] keys;
    private final Step[] values;
    private final boolean[] optional;

    MapOf(Step[] keys, Step[] values, boolean[] optional) {
      this.keys = keys;
      this.values = values;
      this.optional = optional;
    }

    @Override
    Object evaluate(Frame frame) {
      try {
        var map = new LinkedHashMap<@Nullable Object, @Nullable Object>();
        for (int i = 0; i < keys.length; i++) {
          var key = keys[i].evaluate(frame);
          var value = values[i].evaluate(frame);
          if (!optional[i]) {
            map.put(key, value);
          } else if (optionalOf(key, value).present()) {
            map.put(key, optionalOf(key, value).value());
          } else {
            map.remove(key);
          }
        }
        frame.meter.charge(Costs.MAP);
        return map;
      } catch (EvaluationException e) {
        frame.meter.charge(Costs.MAP);
        throw e;
      }
    }

    private static OptionalValue optionalOf(@Nullable Object key, @Nullable Object value) {
      if (value instanceof OptionalValue optional) {
        return optional;
      }
      throw new EvaluationException(
          "cannot initialize optional entry '"
              + GoText.of(key)
              + "' from non-optional value "
              + GoText.of(value));
    }
  }
}
