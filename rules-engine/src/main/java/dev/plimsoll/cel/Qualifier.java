package dev.plimsoll.cel;

import org.jspecify.annotations.Nullable;

/**
 * One {@code .field} or {@code [index]} of an attribute.
 *
 * @param key the constant key; null if it is computed
 * @param computed computes the key; null if it is constant
 * @param optional whether it is written {@code .?field} or {@code [?index]}
 * @param inside whether the key is read from inside an object; an error then names its type as Go
 *     does
 */
record Qualifier(@Nullable Object key, @Nullable Step computed, boolean optional, boolean inside) {

  static Qualifier constant(@Nullable Object key, boolean optional) {
    return new Qualifier(key, null, optional, false);
  }

  static Qualifier computed(Step step, boolean optional, boolean inside) {
    return new Qualifier(null, step, optional, inside);
  }

  /** Returns the value found, or {@link Access#ABSENT}. */
  @Nullable Object find(Frame frame, @Nullable Object container) {
    if (computed == null) {
      return Access.at(container, key);
    }
    return Access.at(container, usable(computed.evaluate(frame), inside));
  }

  EvaluationException missing(Frame frame, @Nullable Object container) {
    if (computed == null) {
      return Access.missing(container, key);
    }
    var silent = frame.unmetered();
    return Access.missing(container, computed.evaluate(silent));
  }

  /** Returns a key that lists and maps can be asked for. */
  static Object usable(@Nullable Object key, boolean inside) {
    if (key instanceof String
        || key instanceof Long
        || key instanceof UInt
        || key instanceof Double
        || key instanceof Boolean) {
      return key;
    }
    throw new EvaluationException(
        "invalid qualifier type: " + (inside ? Types.plainGoTypeOf(key) : Types.goTypeOf(key)));
  }
}
