package dev.plimsoll.cel.functions;

import dev.plimsoll.cel.EvaluationException;
import dev.plimsoll.cel.functions.Quantity.Format;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** How quantities are read and written: ParseQuantity and CanonicalizeBytes of apimachinery. */
final class QuantityText {
  private static final String WRONG_FORMAT =
      "quantities must match the regular expression"
          + " '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";
  private static final String WRONG_NUMBER = "unable to parse numeric part of quantity";
  private static final String WRONG_SUFFIX = "unable to parse quantity's suffix";

  private static final BigDecimal LARGEST_BINARY = BigDecimal.valueOf(Long.MAX_VALUE);
  private static final BigInteger KIBI = BigInteger.valueOf(1024);
  private static final String DECIMAL_SUFFIXES = "num kMGTPE";
  private static final String BINARY_SUFFIXES = "KMGTPE";

  private static final int MOST_DIGITS_OF_LONG = 18;
  private static final int NANO = -9;

  private QuantityText() {}

  /** What a suffix means: × 2^exponent for {@code BINARY_SI}, else × 10^exponent. */
  private record Suffix(int exponent, Format format) {}

  static Quantity parse(String text) {
    if (text.isEmpty()) {
      throw new EvaluationException(WRONG_FORMAT);
    }
    if (text.equals("0")) {
      return Quantity.scaled(0, 0, Format.DECIMAL_SI, text);
    }
    return new Parts(text).quantity();
  }

  /** The parts of a quantity's text: sign, digits before and after the point, suffix. */
  private static final class Parts {
    private final String text;
    private final boolean positive;
    private final String whole;
    private final String fraction;
    private final String number;
    private final String suffix;

    private Parts(String text) {
      this.text = text;
      int end = text.length();
      char first = text.charAt(0);
      positive = first != '-';
      int position = first == '-' || first == '+' ? 1 : 0;
      while (position < end && text.charAt(position) == '0') {
        position++;
      }
      if (position == end) {
        // Only zeros, or nothing but a sign, which passes for zero.
        whole = "0";
        number = "0";
        fraction = "";
        suffix = "";
        return;
      }
      int wholeEnd = digits(position);
      whole = wholeEnd == position ? "0" : text.substring(position, wholeEnd);
      position = wholeEnd;
      int fractionEnd = position;
      if (position < end && text.charAt(position) == '.') {
        position++;
        fractionEnd = digits(position);
      }
      fraction = text.substring(position, Math.max(position, fractionEnd));
      position += fraction.length();
      number = text.substring(0, position);
      int suffixStart = position;
      while (position < end && "eEinumkKMGTP".indexOf(text.charAt(position)) >= 0) {
        position++;
      }
      if (position < end && (text.charAt(position) == '-' || text.charAt(position) == '+')) {
        position++;
      }
      if (digits(position) != end) {
        throw new EvaluationException(WRONG_FORMAT);
      }
      suffix = text.substring(suffixStart);
    }

    private int digits(int from) {
      int to = from;
      while (to < text.length() && text.charAt(to) >= '0' && text.charAt(to) <= '9') {
        to++;
      }
      return to;
    }

    private Quantity quantity() {
      Suffix meaning = suffix(suffix);
      Quantity small = smallQuantity(meaning);
      return small == null ? largeQuantity(meaning) : small;
    }

    /** Returns the quantity if it surely fits a long with a scale, else null. */
    private @Nullable Quantity smallQuantity(Suffix meaning) {
      int exponent = meaning.exponent();
      boolean binary = meaning.format() == Format.BINARY_SI;
      long multiplier = 1;
      int spare;
      if (!binary) {
        spare = MOST_DIGITS_OF_LONG - whole.length() - fraction.length();
      } else if (fraction.isEmpty()) {
        multiplier = 1L << exponent;
        spare = 15 - whole.length() - exponent * 3 / 10 - 1;
      } else {
        return null;
      }
      int scale = (binary ? 0 : exponent) - fraction.length();
      if (spare < 0 || scale < NANO) {
        return null;
      }
      String digits = whole + fraction;
      long value = Long.parseLong(digits);
      if (Math.multiplyHigh(value, multiplier) != 0 || value * multiplier < 0) {
        return null;
      }
      boolean canonical =
          binary
              ? (value & 7) != 0
              : scale % 3 == 0 && !digits.endsWith("000") && digits.charAt(0) != '0';
      long signed = positive ? value * multiplier : -(value * multiplier);
      return Quantity.scaled(signed, scale, meaning.format(), canonical ? text : null);
    }

    private Quantity largeQuantity(Suffix meaning) {
      if (!hasDigit(number)) {
        throw new EvaluationException(WRONG_NUMBER);
      }
      Format format = meaning.format();
      BigDecimal amount = new BigDecimal(BigIntegers.parse(whole + fraction), fraction.length());
      if (format == Format.BINARY_SI) {
        amount = amount.multiply(new BigDecimal(BigInteger.ONE.shiftLeft(meaning.exponent())));
      } else {
        amount = new BigDecimal(amount.unscaledValue(), amount.scale() - meaning.exponent());
      }
      if (amount.signum() != 0) {
        amount = inNanos(amount);
      }
      if (format == Format.BINARY_SI && amount.compareTo(LARGEST_BINARY) > 0) {
        amount = LARGEST_BINARY;
      }
      if (format == Format.BINARY_SI
          && amount.signum() > 0
          && amount.compareTo(BigDecimal.ONE) < 0) {
        format = Format.DECIMAL_SI;
      }
      return Quantity.decimal(positive ? amount : amount.negate(), format);
    }

    /** Rounds up to billionths. */
    private static BigDecimal inNanos(BigDecimal amount) {
      long missing = -(long) NANO - amount.scale();
      if (missing >= 0) {
        return amount.setScale(amount.scale() + Quantity.bounded(missing));
      }
      return (long) amount.precision() + missing < 0
          ? BigDecimal.ONE.movePointRight(NANO)
          : amount.setScale(-NANO, RoundingMode.UP);
    }

    private static boolean hasDigit(String number) {
      return number.chars().anyMatch(c -> c >= '0' && c <= '9');
    }
  }

  private static Suffix suffix(String suffix) {
    switch (suffix.length()) {
      case 0 -> {
        return new Suffix(0, Format.DECIMAL_SI);
      }
      case 1 -> {
        int index = DECIMAL_SUFFIXES.indexOf(suffix);
        if (index >= 0 && !suffix.equals(" ")) {
          return new Suffix(3 * (index - 3), Format.DECIMAL_SI);
        }
      }
      default -> {
        int index = BINARY_SUFFIXES.indexOf(suffix.charAt(0));
        if (suffix.length() == 2 && suffix.charAt(1) == 'i' && index >= 0) {
          return new Suffix(10 * (index + 1), Format.BINARY_SI);
        }
        if (suffix.charAt(0) == 'e' || suffix.charAt(0) == 'E') {
          try {
            return new Suffix(
                (int) Long.parseLong(suffix, 1, suffix.length(), 10), Format.DECIMAL_EXPONENT);
          } catch (NumberFormatException wrong) {
            throw new EvaluationException(WRONG_SUFFIX);
          }
        }
      }
    }
    throw new EvaluationException(WRONG_SUFFIX);
  }

  /** Writes a number with the suffix, or the exponent, that is a multiple of three. */
  static String decimal(BigDecimal number, Format format) {
    BigInteger[] parts = Quantity.withoutFactors(number.unscaledValue(), BigInteger.TEN);
    int exponent = -number.scale() + parts[1].intValue();
    int shift = Math.floorMod(exponent, 3);
    BigInteger mantissa = parts[0].multiply(BigInteger.TEN.pow(shift));
    return mantissa + decimalSuffix(exponent - shift, format);
  }

  private static String decimalSuffix(int exponent, Format format) {
    if (exponent == 0) {
      return "";
    }
    if (format == Format.DECIMAL_EXPONENT) {
      return "e" + exponent;
    }
    // Beyond the suffixes Kubernetes forgets the exponent.
    int index = exponent / 3 + 3;
    return index >= 0 && index < DECIMAL_SUFFIXES.length()
        ? DECIMAL_SUFFIXES.substring(index, index + 1)
        : "";
  }

  /** Writes a whole number with the largest suffix that leaves it whole. */
  static String binary(BigInteger number) {
    BigInteger[] parts = Quantity.withoutFactors(number, KIBI);
    int times = parts[1].intValue();
    return parts[0]
        + (times == 0 || times > BINARY_SUFFIXES.length()
            ? ""
            : BINARY_SUFFIXES.charAt(times - 1) + "i");
  }
}
