package dev.plimsoll.cel;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * Text as Go has it: strings are UTF-8, a lone surrogate counts as U+FFFD, and values are written
 * as CEL's {@code string()} in cel-go writes them.
 */
public final class Text {
  private Text() {}

  /** Returns the bytes of a string in UTF-8. */
  public static byte[] utf8(String text) {
    return wellFormed(text).getBytes(StandardCharsets.UTF_8);
  }

  /** Returns how many bytes a string has in UTF-8. */
  public static int utf8Length(String text) {
    int length = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        if (Character.isHighSurrogate(c)
            && i + 1 < text.length()
            && Character.isLowSurrogate(text.charAt(i + 1))) {
          length += 2;
          i++;
        } else {
          length += c < 0x800 ? 1 : 2;
        }
      }
    }
    return length;
  }

  /** Returns how many code points a string has, which is its size in CEL. */
  public static int size(String text) {
    return text.codePointCount(0, text.length());
  }

  /** Returns the same text with U+FFFD in place of each lone surrogate. */
  public static String wellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        int codePoint = text.codePointAt(i);
        if (Character.isBmpCodePoint(codePoint)) {
          StringBuilder mended = new StringBuilder(text.length());
          text.codePoints()
              .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
              .forEach(mended::appendCodePoint);
          return mended.toString();
        }
        i++;
      }
    }
    return text;
  }

  /** Returns the text of UTF-8 bytes; each byte that is part of no code point becomes U+FFFD. */
  public static String fromUtf8(byte[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length);
    for (int i = 0; i < bytes.length; ) {
      int codePoint = codePointAt(bytes, i);
      text.appendCodePoint(codePoint < 0 ? 0xFFFD : codePoint);
      i += codePoint < 0 ? 1 : width(codePoint);
    }
    return text.toString();
  }

  /** Returns whether bytes are UTF-8. */
  public static boolean isUtf8(byte[] bytes) {
    for (int i = 0; i < bytes.length; ) {
      int codePoint = codePointAt(bytes, i);
      if (codePoint < 0) {
        return false;
      }
      i += width(codePoint);
    }
    return true;
  }

  private static int width(int codePoint) {
    return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
  }

  /** Returns the code point that begins at an index, or -1 if none does. */
  private static int codePointAt(byte[] bytes, int index) {
    int first = bytes[index] & 0xFF;
    if (first < 0x80) {
      return first;
    }
    int length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
    if (length == 0 || index + length > bytes.length) {
      return -1;
    }
    int codePoint = first & (0x7F >> length);
    for (int i = 1; i < length; i++) {
      int next = bytes[index + i] & 0xFF;
      if ((next & 0xC0) != 0x80) {
        return -1;
      }
      codePoint = codePoint << 6 | next & 0x3F;
    }
    boolean surrogate =
        codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    return surrogate || codePoint > Character.MAX_CODE_POINT || width(codePoint) != length
        ? -1
        : codePoint;
  }

  /** Returns a string as a Go literal in double quotes, as {@code %q} writes it. */
  public static String quote(String text) {
    return GoQuote.quote(utf8(text));
  }

  /** Returns the bytes of a Go string, which need not be UTF-8, as a literal in double quotes. */
  public static String quote(byte[] bytes) {
    return GoQuote.quote(bytes);
  }

  /**
   * Returns the code point that begins at an index and its width in the upper half, for {@link
   * GoQuote}.
   */
  static long decode(byte[] bytes, int index) {
    int codePoint = codePointAt(bytes, index);
    return codePoint < 0 ? -1 : (long) width(codePoint) << 32 | codePoint;
  }

  /**
   * Returns what {@code string(value)} is.
   *
   * @throws EvaluationException if the value has no text
   */
  public static String of(Object value) {
    return switch (value) {
      case String text -> text;
      case Long number -> Long.toString(number);
      case UInt number -> number.toString();
      case Double number -> of((double) number);
      case Boolean truth -> truth.toString();
      case Bytes bytes -> of(bytes);
      case Instant time -> of(time);
      case Duration duration -> of(duration);
      case Type type -> type instanceof Type.Simple ? type.toString() : erased(type);
      default -> throw EvaluationException.NO_SUCH_OVERLOAD;
    };
  }

  private static String erased(Type type) {
    return switch (type) {
      case Type.ListOf list -> "list";
      case Type.MapOf map -> "map";
      case Type.OptionalOf optional -> "optional_type";
      case Type.TypeOf typeOf -> "type";
      case Type.Simple simple -> simple.toString();
      case Type.Opaque opaque -> opaque.name();
      case Type.Parameter parameter -> parameter.name();
      case Type.Struct struct -> struct.name();
    };
  }

  private static String of(Bytes bytes) {
    byte[] content = bytes.toArray();
    if (!isUtf8(content)) {
      throw new EvaluationException("invalid UTF-8 in bytes, cannot convert to string");
    }
    return new String(content, StandardCharsets.UTF_8);
  }

  /** Writes a double with as few digits as name it, as Go's verb {@code %g} does. */
  public static String of(double number) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      return Double.isNaN(number) ? "NaN" : number > 0 ? "+Inf" : "-Inf";
    }
    if (number == 0) {
      return 1 / number < 0 ? "-0" : "0";
    }
    BigDecimal decimal = shortest(number);
    int exponent = decimal.precision() - decimal.scale() - 1;
    if (exponent >= -4 && exponent < 6) {
      return plain(decimal);
    }
    String digits = decimal.unscaledValue().abs().toString();
    StringBuilder text = new StringBuilder(number < 0 ? "-" : "").append(digits.charAt(0));
    if (digits.length() > 1) {
      text.append('.').append(digits, 1, digits.length());
    }
    text.append(exponent < 0 ? "e-" : "e+");
    int size = Math.abs(exponent);
    return text.append(size < 10 ? "0" : "").append(size).toString();
  }

  /**
   * Returns the decimal with the fewest digits that is read as this double, the nearest of these.
   */
  public static BigDecimal shortest(double number) {
    BigDecimal decimal = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    if (decimal.precision() == 2) {
      // Java gives two digits also where one would do.
      BigDecimal shorter = decimal.round(new MathContext(1, RoundingMode.HALF_EVEN));
      if (shorter.doubleValue() == number) {
        return shorter.stripTrailingZeros();
      }
    }
    return decimal;
  }

  private static String plain(BigDecimal decimal) {
    return decimal.scale() < 0
        ? decimal.setScale(0, RoundingMode.UNNECESSARY).toString()
        : decimal.toPlainString();
  }

  private static String of(Duration duration) {
    // Go adds the parts as doubles.
    long seconds = duration.getSeconds();
    long nanos = duration.getNano();
    if (seconds < 0 && nanos > 0) {
      seconds++;
      nanos -= 1_000_000_000;
    }
    double total = (double) seconds + (double) nanos / 1e9;
    return (total == 0 ? "0" : plain(shortest(total))) + "s";
  }

  private static String of(Instant time) {
    ZonedDateTime utc = time.atZone(ZoneOffset.UTC);
    StringBuilder text = new StringBuilder(30);
    pad(text, utc.getYear(), 4).append('-');
    pad(text, utc.getMonthValue(), 2).append('-');
    pad(text, utc.getDayOfMonth(), 2).append('T');
    pad(text, utc.getHour(), 2).append(':');
    pad(text, utc.getMinute(), 2).append(':');
    pad(text, utc.getSecond(), 2);
    if (utc.getNano() != 0) {
      pad(text.append('.'), utc.getNano(), 9);
      while (text.charAt(text.length() - 1) == '0') {
        text.setLength(text.length() - 1);
      }
    }
    return text.append('Z').toString();
  }

  private static StringBuilder pad(StringBuilder text, int number, int width) {
    String digits = Integer.toString(number);
    return text.repeat('0', Math.max(0, width - digits.length())).append(digits);
  }
}
