package dev.plimsoll.cel.functions;

import dev.plimsoll.cel.UInt;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Numbers read as Go's strconv reads them. Nothing found means an error there. */
final class GoNumbers {
  private static final Pattern INT = Pattern.compile("[+-]?[0-9]+");
  private static final Pattern UINT = Pattern.compile("[0-9]+");
  private static final String DIGITS = "[0-9](?:_?[0-9])*";
  private static final String HEX = "[0-9a-f](?:_?[0-9a-f])*";
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:%1$s\\.?(?:%1$s)?|\\.%1$s)(?:e[+-]?%1$s)?".formatted(DIGITS));
  private static final Pattern HEXADECIMAL =
      Pattern.compile("[+-]?0x_?(?:" + HEX + "\\.?(?:" + HEX + ")?|\\." + HEX + ")p[+-]?" + DIGITS);

  private GoNumbers() {}

  static OptionalLong parseInt(String text) {
    if (!INT.matcher(text).matches()) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseLong(text));
    } catch (NumberFormatException outOfRange) {
      return OptionalLong.empty();
    }
  }

  static Optional<UInt> parseUInt(String text) {
    if (!UINT.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new UInt(Long.parseUnsignedLong(text)));
    } catch (NumberFormatException outOfRange) {
      return Optional.empty();
    }
  }

  static OptionalDouble parseDouble(String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    switch (lower) {
      case "inf", "+inf", "infinity", "+infinity" -> {
        return OptionalDouble.of(Double.POSITIVE_INFINITY);
      }
      case "-inf", "-infinity" -> {
        return OptionalDouble.of(Double.NEGATIVE_INFINITY);
      }
      case "nan" -> {
        return OptionalDouble.of(Double.NaN);
      }
      default -> {}
    }
    if (!DECIMAL.matcher(lower).matches() && !HEXADECIMAL.matcher(lower).matches()) {
      return OptionalDouble.empty();
    }
    double number = Double.parseDouble(lower.replace("_", ""));
    return Double.isInfinite(number) ? OptionalDouble.empty() : OptionalDouble.of(number);
  }

  /** Returns the whole part of a double from 0 to below 2^64. */
  static UInt toUInt(double number) {
    return new UInt(
        number < 0x1p63 ? (long) number : new BigDecimal(number).toBigInteger().longValue());
  }
}
