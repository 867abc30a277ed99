package dev.plimsoll.cel;

import dev.plimsoll.document.MapNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How fields and elements are found, as cel-go's interpreter/attributes.go does: anything may be
 * asked for a field, most things just have none.
 */
final class Access {
  static final Object ABSENT = Activation.ABSENT;

  private Access() {}

  /** Returns the value of a field, or {@link #ABSENT}. */
  static @Nullable Object field(@Nullable Object container, String name) {
    if (container instanceof MapNode node) {
      int i = node.indexOf(name);
      return i < 0 ? ABSENT : node.valueAt(i);
    }
    if (container instanceof Map<?, ?> map) {
      var value = map.get(name);
      return value != null || map.containsKey(name) ? value : ABSENT;
    }
    return container instanceof List ? elementIndex(name) : ABSENT;
  }

  /**
   * Returns the value at a key or index, or {@link #ABSENT}.
   *
   * @throws EvaluationException if a list cannot be asked for such a key
   */
  static @Nullable Object at(@Nullable Object container, @Nullable Object key) {
    if (container instanceof List<?> list) {
      long i = elementIndex(key);
      return i >= 0 && i < list.size() ? list.get((int) i) : ABSENT;
    }
    if (key instanceof String name) {
      return field(container, name);
    }
    if (container instanceof Map<?, ?> map) {
      var actual = Equality.keyIn(map, key);
      return actual != null && map.containsKey(actual) ? map.get(actual) : ABSENT;
    }
    return ABSENT;
  }

  static EvaluationException missing(@Nullable Object container, @Nullable Object key) {
    return new EvaluationException(
        (container instanceof List ? "index out of bounds: " : "no such key: ") + GoText.of(key));
  }

  /** Returns which element a key of a list means; it may lie outside. */
  private static long elementIndex(@Nullable Object key) {
    return switch (key) {
      case Long i -> i;
      case Double d when d.longValue() == d && Math.abs(d) < 0x1p63 -> d.longValue();
      case UInt u when u.bits() >= 0 -> u.bits();
      case Double d -> throw new EvaluationException(unsupportedIndex(d));
      case UInt u -> throw new EvaluationException(unsupportedIndex(u));
      case null, default ->
          throw new EvaluationException(
              "unsupported index type '" + Types.nameOf(key) + "' in list");
    };
  }

  private static String unsupportedIndex(Object key) {
    return "unsupported index value " + GoText.of(key) + " in list";
  }
}
