package dev.plimsoll.cel;

import org.jspecify.annotations.Nullable;

/**
 * One {@code .field} or {@code [index]} of an attribute.
 *
 * @param key the constant key; null if it is computed
 * @param computed computes the key; null if it is constant
 * @param optional whether it is written {@code .?field} or {@code [?index]}
 */
record Qualifier(@Nullable Object key, @Nullable Step computed, boolean optional) {

  static Qualifier constant(@Nullable Object key, boolean optional) {
    return new Qualifier(key, null, optional);
  }

  static Qualifier computed(Step step, boolean optional) {
    return new Qualifier(null, step, optional);
  }

  /** Returns the value found, or {@link Access#ABSENT}. */
  @Nullable Object find(Frame frame, @Nullable Object container) {
    if (computed == null) {
      return Access.at(container, key);
    }
    return Access.at(container, usable(computed.evaluate(frame)));
  }

  EvaluationException missing(Frame frame, @Nullable Object container) {
    if (computed == null) {
      return Access.missing(container, key);
    }
    var silent = frame.unmetered();
    return Access.missing(container, computed.evaluate(silent));
  }

  private static Object usable(@Nullable Object key) {
    if (key instanceof String
        || key instanceof Long
        || key instanceof UInt
        || key instanceof Double
        || key instanceof Boolean) {
      return key;
    }
    throw new EvaluationException("invalid qualifier type: " + Types.goTypeOf(key));
  }
}
