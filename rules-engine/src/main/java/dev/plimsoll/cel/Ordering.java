package dev.plimsoll.cel;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** CEL's order of values as cel-go has it: numbers across their types, strings by code points. */
public final class Ordering {
  private static final double TWO_TO_63 = 0x1p63;
  private static final double TWO_TO_64 = 0x1p64;

  private Ordering() {}

  /** Returns whether values of this one's type have an order. */
  public static boolean isComparable(@Nullable Object value) {
    return value instanceof String
        || value instanceof Long
        || value instanceof Double
        || value instanceof UInt
        || value instanceof Boolean
        || value instanceof Bytes
        || value instanceof Instant
        || value instanceof Duration;
  }

  /**
   * Compares two values.
   *
   * @return -1, 0 or 1
   * @throws EvaluationException if there is no order between the two
   */
  public static int compare(@Nullable Object a, @Nullable Object b) {
    return switch (a) {
      case Long x ->
          switch (b) {
            case Long y -> Long.compare(x, y);
            case UInt y -> compare((long) x, y);
            case Double y -> compare((long) x, (double) y);
            case null, default -> throw EvaluationException.NO_SUCH_OVERLOAD;
          };
      case String x when b instanceof String y -> compareText(x, y);
      case Double x -> {
        orderable(x);
        yield switch (b) {
          case Double y -> compareDoubles(x, orderable(y));
          case Long y -> -compare((long) y, (double) x);
          case UInt y -> -compare(y, (double) x);
          case null, default -> throw EvaluationException.NO_SUCH_OVERLOAD;
        };
      }
      case UInt x ->
          switch (b) {
            case UInt y -> Long.compareUnsigned(x.bits(), y.bits());
            case Long y -> -compare((long) y, x);
            case Double y -> compare(x, (double) y);
            case null, default -> throw EvaluationException.NO_SUCH_OVERLOAD;
          };
      case Boolean x when b instanceof Boolean y -> Boolean.compare(x, y);
      case Bytes x when b instanceof Bytes y -> Integer.signum(x.compareTo(y));
      case Instant x when b instanceof Instant y -> Integer.signum(x.compareTo(y));
      case Duration x when b instanceof Duration y -> Integer.signum(x.compareTo(y));
      case null, default -> throw EvaluationException.NO_SUCH_OVERLOAD;
    };
  }

  static int compare(long a, double b) {
    orderable(b);
    if (b < -TWO_TO_63) {
      return 1;
    }
    return b > TWO_TO_63 ? -1 : compareDoubles((double) a, b);
  }

  private static int compare(long a, UInt b) {
    return a < 0 || b.bits() < 0 ? -1 : Long.compare(a, b.bits());
  }

  static int compare(UInt a, double b) {
    orderable(b);
    if (b < 0) {
      return 1;
    }
    return b > TWO_TO_64 ? -1 : compareDoubles(toDouble(a), b);
  }

  private static double toDouble(UInt a) {
    long bits = a.bits();
    // Halving keeps the lowest bit, so that the doubling rounds as one conversion would.
    return bits >= 0 ? (double) bits : 2.0 * ((bits >>> 1) | (bits & 1));
  }

  private static int compareDoubles(double a, double b) {
    return a < b ? -1 : a > b ? 1 : 0;
  }

  private static double orderable(double number) {
    if (Double.isNaN(number)) {
      throw new EvaluationException("NaN values cannot be ordered");
    }
    return number;
  }

  /** Compares by code points, which is the order of the bytes of UTF-8. */
  private static int compareText(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        // A surrogate stands for a code point above all those that one char holds.
        boolean surrogate = Character.isSurrogate(x);
        return surrogate == Character.isSurrogate(y)
            ? Integer.signum(Character.compare(x, y))
            : surrogate ? 1 : -1;
      }
    }
    return Integer.signum(Integer.compare(a.length(), b.length()));
  }
}
