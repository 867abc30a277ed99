package dev.plimsoll.cel.functions;

import dev.plimsoll.cel.Bytes;
import dev.plimsoll.cel.EvaluationException;
import dev.plimsoll.cel.UInt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The arithmetic operators, which choose by their left operand what to do, as the values of cel-go
 * do by themselves. Overflow and division by zero are errors.
 */
final class Arithmetic {
  private static final EvaluationException INT_OVERFLOW =
      new EvaluationException("integer overflow");
  private static final EvaluationException UINT_OVERFLOW =
      new EvaluationException("unsigned integer overflow");
  private static final EvaluationException DIVISION_BY_ZERO =
      new EvaluationException("division by zero");
  private static final EvaluationException MODULUS_BY_ZERO =
      new EvaluationException("modulus by zero");

  private Arithmetic() {}

  static Object unsupported(@Nullable Object[] args) {
    throw EvaluationException.NO_SUCH_OVERLOAD;
  }

  static Object add(@Nullable Object[] args) {
    return switch (args[0]) {
      case Long a when args[1] instanceof Long b -> addExact(a, b);
      case String a when args[1] instanceof String b -> a.concat(b);
      case List<?> a when args[1] instanceof List<?> b -> concat(a, b);
      case Double a when args[1] instanceof Double b -> a + b;
      case UInt a when args[1] instanceof UInt b -> add(a, b);
      case Bytes a when args[1] instanceof Bytes b -> concat(a, b);
      case Duration a when args[1] instanceof Duration b ->
          Duration.ofNanos(addExact(a.toNanos(), b.toNanos()));
      case Duration a when args[1] instanceof Instant b -> Moments.plus(b, a.toNanos());
      case Instant a when args[1] instanceof Duration b -> Moments.plus(a, b.toNanos());
      case null, default -> throw unfit("_+_", args[0], isAddable(args[0]));
    };
  }

  static Object subtract(@Nullable Object[] args) {
    return switch (args[0]) {
      case Long a when args[1] instanceof Long b -> subtractExact(a, b);
      case Double a when args[1] instanceof Double b -> a - b;
      case UInt a when args[1] instanceof UInt b -> subtract(a, b);
      case Duration a when args[1] instanceof Duration b ->
          Duration.ofNanos(subtractExact(a.toNanos(), b.toNanos()));
      case Instant a when args[1] instanceof Duration b ->
          Moments.plus(a, negateExact(b.toNanos()));
      case Instant a when args[1] instanceof Instant b -> Moments.between(a, b);
      case null, default ->
          throw unfit(
              "_-_",
              args[0],
              isNumber(args[0]) || args[0] instanceof Duration || args[0] instanceof Instant);
    };
  }

  static Object multiply(@Nullable Object[] args) {
    return switch (args[0]) {
      case Long a when args[1] instanceof Long b -> multiplyExact(a, b);
      case Double a when args[1] instanceof Double b -> a * b;
      case UInt a when args[1] instanceof UInt b -> {
        if (b.bits() != 0
            && Long.compareUnsigned(a.bits(), Long.divideUnsigned(-1, b.bits())) > 0) {
          throw UINT_OVERFLOW;
        }
        yield new UInt(a.bits() * b.bits());
      }
      case null, default -> throw unfit("_*_", args[0], isNumber(args[0]));
    };
  }

  static Object divide(@Nullable Object[] args) {
    return switch (args[0]) {
      case Long a when args[1] instanceof Long b -> {
        check(b, DIVISION_BY_ZERO);
        if (a == Long.MIN_VALUE && b == -1) {
          throw INT_OVERFLOW;
        }
        yield a / b;
      }
      case Double a when args[1] instanceof Double b -> a / b;
      case UInt a when args[1] instanceof UInt b -> {
        check(b.bits(), DIVISION_BY_ZERO);
        yield new UInt(Long.divideUnsigned(a.bits(), b.bits()));
      }
      case null, default -> throw unfit("_/_", args[0], isNumber(args[0]));
    };
  }

  static Object modulo(@Nullable Object[] args) {
    return switch (args[0]) {
      case Long a when args[1] instanceof Long b -> {
        check(b, MODULUS_BY_ZERO);
        if (a == Long.MIN_VALUE && b == -1) {
          throw INT_OVERFLOW;
        }
        yield a % b;
      }
      case UInt a when args[1] instanceof UInt b -> {
        check(b.bits(), MODULUS_BY_ZERO);
        yield new UInt(Long.remainderUnsigned(a.bits(), b.bits()));
      }
      case null, default ->
          throw unfit("_%_", args[0], args[0] instanceof Long || args[0] instanceof UInt);
    };
  }

  static Object negate(@Nullable Object[] args) {
    return switch (args[0]) {
      case Long a -> negateExact(a);
      case Double a -> -a;
      case Duration a -> Duration.ofNanos(negateExact(a.toNanos()));
      case null, default -> throw unfit("-_", args[0], args[0] instanceof Boolean);
    };
  }

  static long addExact(long a, long b) {
    long sum = a + b;
    if (((a ^ sum) & (b ^ sum)) < 0) {
      throw INT_OVERFLOW;
    }
    return sum;
  }

  static long subtractExact(long a, long b) {
    long difference = a - b;
    if (((a ^ b) & (a ^ difference)) < 0) {
      throw INT_OVERFLOW;
    }
    return difference;
  }

  static long multiplyExact(long a, long b) {
    try {
      return Math.multiplyExact(a, b);
    } catch (ArithmeticException e) {
      throw INT_OVERFLOW;
    }
  }

  private static long negateExact(long a) {
    if (a == Long.MIN_VALUE) {
      throw INT_OVERFLOW;
    }
    return -a;
  }

  private static void check(long divisor, EvaluationException error) {
    if (divisor == 0) {
      throw error;
    }
  }

  private static UInt add(UInt a, UInt b) {
    long sum = a.bits() + b.bits();
    if (Long.compareUnsigned(sum, a.bits()) < 0) {
      throw UINT_OVERFLOW;
    }
    return new UInt(sum);
  }

  private static UInt subtract(UInt a, UInt b) {
    if (Long.compareUnsigned(a.bits(), b.bits()) < 0) {
      throw UINT_OVERFLOW;
    }
    return new UInt(a.bits() - b.bits());
  }

  private static List<?> concat(List<?> a, List<?> b) {
    if (a.isEmpty()) {
      return b;
    }
    if (b.isEmpty()) {
      return a;
    }
    var all = new ArrayList<@Nullable Object>(a.size() + b.size());
    all.addAll(a);
    all.addAll(b);
    return all;
  }

  private static Bytes concat(Bytes a, Bytes b) {
    var all = java.util.Arrays.copyOf(a.toArray(), a.size() + b.size());
    System.arraycopy(b.toArray(), 0, all, a.size(), b.size());
    return new Bytes(all);
  }

  private static boolean isNumber(@Nullable Object value) {
    return value instanceof Long || value instanceof Double || value instanceof UInt;
  }

  private static boolean isAddable(@Nullable Object value) {
    return isNumber(value)
        || value instanceof String
        || value instanceof Bytes
        || value instanceof List
        || value instanceof Duration
        || value instanceof Instant;
  }

  /**
   * Returns the error for operands that don't fit. cel-go asks the left one first whether it knows
   * the operator at all, and then whether it is a receiver of functions.
   */
  static EvaluationException unfit(String operator, @Nullable Object left, boolean knowsOperator) {
    boolean receiver =
        left instanceof String || left instanceof Duration || left instanceof Instant;
    return knowsOperator || receiver
        ? EvaluationException.NO_SUCH_OVERLOAD
        : new EvaluationException("no such overload: " + operator);
  }
}
