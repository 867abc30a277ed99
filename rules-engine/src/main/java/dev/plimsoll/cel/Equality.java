package dev.plimsoll.cel;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** CEL's {@code ==} as cel-go has it: deep, and across the types of numbers. */
public final class Equality {
  private Equality() {}

  /**
   * Returns what {@code a == b} is. Of two lists or maps only those elements make a difference that
   * are certainly unequal: where an element has no answer, cel-go goes on.
   *
   * @throws EvaluationException if an opaque value has no answer
   */
  public static boolean equal(@Nullable Object a, @Nullable Object b) {
    return switch (a) {
      case null -> b == null;
      case String text -> text.equals(b);
      case Long number -> equalToLong(number, b);
      case Boolean truth -> truth.equals(b);
      case Double number -> equalToDouble(number, b);
      case UInt number -> equalToUInt(number, b);
      case OpaqueValue opaque -> b != null && opaque.equalTo(b);
      case List<?> list -> b instanceof List<?> other && equalLists(list, other);
      case Map<?, ?> map -> b instanceof Map<?, ?> other && equalMaps(map, other);
      case OptionalValue optional -> b instanceof OptionalValue other && equal(optional, other);
      case Type type ->
          b instanceof Type other && Types.erasedName(type).equals(Types.erasedName(other));
      default -> a.equals(b);
    };
  }

  /** Returns whether {@code a == b} is certainly true, so that a missing answer counts as false. */
  public static boolean certainlyEqual(@Nullable Object a, @Nullable Object b) {
    try {
      return equal(a, b);
    } catch (EvaluationException none) {
      return false;
    }
  }

  /** Returns whether {@code a == b} is certainly false. */
  private static boolean certainlyUnequal(@Nullable Object a, @Nullable Object b) {
    try {
      return !equal(a, b);
    } catch (EvaluationException none) {
      return false;
    }
  }

  private static boolean equalToLong(long a, @Nullable Object b) {
    return switch (b) {
      case Long other -> a == other;
      case Double other -> !Double.isNaN(other) && Ordering.compare(a, (double) other) == 0;
      case UInt other -> a >= 0 && a == other.bits();
      case null, default -> false;
    };
  }

  private static boolean equalToDouble(double a, @Nullable Object b) {
    return switch (b) {
      case Double other -> a == other;
      case Long other -> !Double.isNaN(a) && Ordering.compare((long) other, a) == 0;
      case UInt other -> !Double.isNaN(a) && Ordering.compare(other, a) == 0;
      case null, default -> false;
    };
  }

  private static boolean equalToUInt(UInt a, @Nullable Object b) {
    return switch (b) {
      case UInt other -> a.bits() == other.bits();
      case Long other -> other >= 0 && a.bits() == other;
      case Double other -> !Double.isNaN(other) && Ordering.compare(a, (double) other) == 0;
      case null, default -> false;
    };
  }

  private static boolean equal(OptionalValue a, OptionalValue b) {
    return a.present() && b.present() ? equal(a.value(), b.value()) : a.present() == b.present();
  }

  private static boolean equalLists(List<?> a, List<?> b) {
    int size = a.size();
    if (size != b.size()) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      if (certainlyUnequal(a.get(i), b.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean equalMaps(Map<?, ?> a, Map<?, ?> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (Map.Entry<?, ?> entry : a.entrySet()) {
      Object key = keyIn(b, entry.getKey());
      if (key == null || certainlyUnequal(entry.getValue(), b.get(key))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns the key of a map that equals the one given, which may be a number of another type, or
   * null if there is none.
   */
  public static @Nullable Object keyIn(Map<?, ?> map, @Nullable Object key) {
    if (key == null || map.containsKey(key)) {
      return key;
    }
    if (!(key instanceof Long || key instanceof UInt || key instanceof Double)) {
      return null;
    }
    if (key instanceof Long number && number >= 0 && map.containsKey(new UInt(number))) {
      return new UInt(number);
    }
    if (key instanceof UInt number && number.bits() >= 0 && map.containsKey(number.bits())) {
      return number.bits();
    }
    if (key instanceof Double number) {
      long whole = number.longValue();
      if (whole == number && whole != Long.MAX_VALUE && map.containsKey(whole)) {
        return whole;
      }
      UInt unsigned = whole >= 0 && whole == number ? new UInt(whole) : null;
      return unsigned != null && map.containsKey(unsigned) ? unsigned : null;
    }
    return null;
  }
}
