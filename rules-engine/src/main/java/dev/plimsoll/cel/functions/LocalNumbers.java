package dev.plimsoll.cel.functions;

import dev.plimsoll.cel.Text;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Doubles as golang.org/x/text writes them in American English, with groups of three digits, and
 * powers of ten for exponents. Its narrow fields of bits are kept.
 */
final class LocalNumbers {
  private static final MathContext SEVEN_DIGITS = new MathContext(7, RoundingMode.HALF_EVEN);
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final String NO_VERB = "%!(NOVERB)";

  private LocalNumbers() {}

  /** Writes a double with a number of digits after the point. */
  static String fixed(double number, int precision) {
    if (isTooLarge(precision)) {
      return NO_VERB;
    }
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      return special(number);
    }
    int least = precision & 0xFF;
    int most = (short) precision;
    BigDecimal digits = new BigDecimal(Math.abs(number));
    if (most < 0) {
      digits = number == 0 ? BigDecimal.ZERO : Text.shortest(Math.abs(number));
    } else if (digits.scale() > most) {
      digits = digits.setScale(most, RoundingMode.HALF_EVEN);
    }
    digits = digits.stripTrailingZeros();
    if (digits.scale() < least) {
      digits = digits.setScale(least, RoundingMode.UNNECESSARY);
    }
    String plain = digits.toPlainString();
    int point = plain.indexOf('.');
    int end = point < 0 ? plain.length() : point;
    StringBuilder text = new StringBuilder(plain.length() + end / 3 + 1);
    text.append(number < 0 ? "-" : "");
    for (int i = 0; i < end; i++) {
      text.append(i > 0 && (end - i) % 3 == 0 ? "," : "").append(plain.charAt(i));
    }
    return text.append(plain, end, plain.length()).toString();
  }

  /** Writes a double with six digits after the point and its power of ten, right-aligned. */
  static String scientific(double number, int width) {
    if (isTooLarge(width)) {
      return NO_VERB;
    }
    String text =
        Double.isNaN(number) || Double.isInfinite(number) ? special(number) : power(number);
    return " ".repeat(Math.max(0, (width & 0xFFFF) - text.length())) + text;
  }

  private static String power(double number) {
    BigDecimal rounded = new BigDecimal(Math.abs(number)).round(SEVEN_DIGITS);
    String digits = number == 0 ? "0" : rounded.unscaledValue().toString();
    int exponent = number == 0 ? 0 : rounded.precision() - rounded.scale() - 1;
    String seven =
        digits.length() > 7 ? digits.substring(0, 7) : digits + "0".repeat(7 - digits.length());
    StringBuilder text = new StringBuilder(number < 0 ? "-" : "");
    text.append(seven, 0, 1).append('.').append(seven, 1, 7).append("×10");
    text.append(exponent < 0 ? "⁻" : "");
    int size = Math.abs(exponent);
    for (char digit : ((size < 10 ? "0" : "") + size).toCharArray()) {
      text.append(SUPERSCRIPTS.charAt(digit - '0'));
    }
    return text.toString();
  }

  private static String special(double number) {
    return Double.isNaN(number) ? "NaN" : number < 0 ? "-∞" : "∞";
  }

  /**
   * Returns whether Go's fmt takes the number in a verb for too large, as it does digit by digit.
   */
  private static boolean isTooLarge(int number) {
    return number / 10 > 1_000_000;
  }
}
