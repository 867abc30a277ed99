package dev.plimsoll.cel.functions;

import dev.plimsoll.cel.EvaluationException;
import dev.plimsoll.cel.OpaqueValue;
import dev.plimsoll.cel.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A quantity such as {@code 1.5Gi}, with the arithmetic of {@code k8s.io/apimachinery}'s
 * resource.Quantity: a long with a power of ten where it fits, a decimal number where not.
 *
 * <p>It can change. In Kubernetes up to 1.36, {@code a.add(b)} also adds to {@code a} if that is a
 * decimal number, and a comparison with a decimal number makes {@code a} one, which then has no
 * {@code asInteger()}. So a quantity must not outlive the evaluation that parsed it.
 */
public final class Quantity implements OpaqueValue {
  static final Type TYPE = Type.opaque("kubernetes.Quantity");

  /** How a quantity is written. */
  enum Format {
    DECIMAL_EXPONENT,
    BINARY_SI,
    DECIMAL_SI
  }

  /** A decimal number that several quantities share, and change for all of them. */
  private static final class Shared {
    private BigDecimal number;

    private Shared(BigDecimal number) {
      this.number = number;
    }
  }

  /** More digits than these, and Kubernetes itself would be busy for seconds. */
  private static final int MOST_DIGITS = 100_000;

  private long value;
  private int scale;
  private @Nullable Shared decimal;
  private Format format;
  private final @Nullable String written;
  private final boolean computed;

  private Quantity(
      long value,
      int scale,
      @Nullable Shared decimal,
      Format format,
      @Nullable String written,
      boolean computed) {
    this.value = value;
    this.scale = scale;
    this.decimal = decimal;
    this.format = format;
    this.written = written;
    this.computed = computed;
  }

  /** Makes {@code value × 10^scale}, which is written as it was if {@code written} says how. */
  static Quantity scaled(long value, int scale, Format format, @Nullable String written) {
    return new Quantity(value, scale, null, format, written, false);
  }

  static Quantity decimal(BigDecimal number, Format format) {
    return new Quantity(0, 0, new Shared(number), format, null, false);
  }

  static Quantity of(long value) {
    return scaled(value, 0, Format.DECIMAL_EXPONENT, null);
  }

  /**
   * Parses a quantity.
   *
   * @throws EvaluationException if the text isn't one, with Kubernetes' words
   */
  public static Quantity parse(String text) {
    return QuantityText.parse(text);
  }

  @Override
  public Type type() {
    return TYPE;
  }

  @Override
  public boolean equalTo(@Nullable Object other) {
    // Results of add and sub are another type in Go, which the right side of == doesn't take.
    if (!(other instanceof Quantity quantity) || quantity.computed) {
      throw EvaluationException.NO_SUCH_OVERLOAD;
    }
    return compare(quantity) == 0;
  }

  int signum() {
    return decimal == null ? Long.signum(value) : decimal.number.signum();
  }

  /** Compares as Kubernetes does, which makes this one a decimal number if the other is. */
  int compareTo(Quantity other) {
    int order = compare(other);
    if (other.decimal != null) {
      shared();
    }
    return order;
  }

  private int compare(Quantity other) {
    if (decimal == null && other.decimal == null) {
      if (scale == other.scale) {
        return Long.compare(value, other.value);
      }
      if (Long.signum(value) != Long.signum(other.value)) {
        return Integer.signum(Long.signum(value) - Long.signum(other.value));
      }
    }
    return number().compareTo(other.number());
  }

  private BigDecimal number() {
    return decimal == null ? BigDecimal.valueOf(value, -scale) : decimal.number;
  }

  private Shared shared() {
    Shared shared = decimal;
    if (shared == null) {
      shared = new Shared(BigDecimal.valueOf(value, -scale));
      decimal = shared;
      value = 0;
      scale = 0;
    }
    return shared;
  }

  /** Returns the value if it is a whole number and not held as a decimal number, else null. */
  @Nullable Long asLong() {
    return decimal != null || scale < 0 ? null : times(value, scale);
  }

  double approximate() {
    int exponent = decimal == null ? scale : -decimal.number.scale();
    double base = decimal == null ? (double) value : decimal.number.unscaledValue().doubleValue();
    return exponent == 0 ? base : base * PowersOfTen.asDouble(exponent);
  }

  Quantity plus(Quantity other) {
    return combined(other, other.value, other.number());
  }

  Quantity minus(Quantity other) {
    return combined(other, -other.value, other.number().negate());
  }

  private Quantity combined(Quantity other, long summand, BigDecimal decimalSummand) {
    Format kept = signum() == 0 ? other.format : format;
    Quantity sum = new Quantity(value, scale, decimal, kept, null, true);
    if (decimal != null || other.decimal != null || !sum.add(summand, other.scale)) {
      Shared shared = sum.shared();
      shared.number = plus(shared.number, decimalSummand);
    }
    return sum;
  }

  /** Returns the quantity with no more than three digits after the point, rounded away from 0. */
  public Quantity roundedUpToMilli() {
    var number = number();
    return number.scale() <= 3 ? this : decimal(number.setScale(3, RoundingMode.UP), format);
  }

  /** Returns the amount as a number. */
  public BigDecimal amount() {
    return number();
  }

  private static BigDecimal plus(BigDecimal a, BigDecimal b) {
    bounded((long) Math.max(a.scale(), b.scale()) - Math.min(a.scale(), b.scale()));
    return a.add(b);
  }

  static int bounded(long digits) {
    if (digits > MOST_DIGITS) {
      throw new EvaluationException("quantity has more than " + MOST_DIGITS + " digits");
    }
    return (int) digits;
  }

  /** Adds where the sum is a long with the smaller of the two scales, else returns false. */
  private boolean add(long summand, int summandScale) {
    if (summand == 0) {
      return true;
    }
    if (value == 0) {
      value = summand;
      scale = summandScale;
      return true;
    }
    int common = Math.min(scale, summandScale);
    Long a = times(value, scale - common);
    Long b = times(summand, summandScale - common);
    if (a == null || b == null) {
      return false;
    }
    long sum = a + b;
    if (((a ^ sum) & (b ^ sum)) < 0) {
      return false;
    }
    value = sum;
    scale = common;
    return true;
  }

  /** Returns {@code number × 10^exponent}, or null if that is no long. */
  private static @Nullable Long times(long number, int exponent) {
    if (number == 0 || exponent == 0) {
      return number;
    }
    if (exponent < 0 || exponent > 18) {
      return null;
    }
    long power = PowersOfTen.asLong(exponent);
    long product = number * power;
    return Math.multiplyHigh(number, power) == product >> 63 ? product : null;
  }

  /** Returns the canonical text, or the text it was parsed from if that was canonical already. */
  @Override
  public String toString() {
    return written == null ? canonical() : written;
  }

  private String canonical() {
    if (signum() == 0) {
      return "0";
    }
    return switch (format) {
      case DECIMAL_EXPONENT, DECIMAL_SI -> QuantityText.decimal(number(), format);
      case BINARY_SI -> {
        boolean small = number().abs().compareTo(BigDecimal.valueOf(1024)) < 0;
        BigDecimal whole = small ? number() : number().setScale(0, RoundingMode.UP);
        boolean exact = !small && whole.compareTo(number()) == 0;
        yield exact
            ? QuantityText.binary(whole.toBigIntegerExact())
            : QuantityText.decimal(number(), Format.DECIMAL_SI);
      }
    };
  }

  /** Divides by a factor as often as that leaves no remainder. */
  static BigInteger[] withoutFactors(BigInteger number, BigInteger factor) {
    BigInteger rest = number;
    int times = 0;
    while (rest.signum() != 0) {
      BigInteger[] quotient = rest.divideAndRemainder(factor);
      if (quotient[1].signum() != 0) {
        break;
      }
      rest = quotient[0];
      times++;
    }
    return new BigInteger[] {rest, BigInteger.valueOf(times)};
  }
}
