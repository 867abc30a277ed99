package dev.plimsoll.cel.functions;

import dev.plimsoll.cel.Bytes;
import dev.plimsoll.cel.EvaluationException;
import dev.plimsoll.cel.Ordering;
import dev.plimsoll.cel.Text;
import dev.plimsoll.cel.Type;
import dev.plimsoll.cel.Types;
import dev.plimsoll.cel.UInt;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The clauses of {@code string.format}. */
public final class Formatters {
  private static final int PRECISION = 6;

  private Formatters() {}

  /** Returns what cel-go says of an argument whose type a clause doesn't take. */
  public static EvaluationException unfit(char verb, String type) {
    String wanted =
        switch (verb) {
          case 'd' -> "decimal clause can only be used on integers";
          case 'f' -> "fixed-point clause can only be used on doubles";
          case 'e' -> "scientific clause can only be used on doubles";
          case 'b' -> "only integers and bools can be formatted as binary";
          case 'x', 'X' -> "only integers, byte buffers, and strings can be formatted as hex";
          case 'o' -> "octal clause can only be used on integers";
          default ->
              "string clause can only be used on strings, bools, bytes, ints, doubles, maps, lists,"
                  + " types, durations, and timestamps";
        };
    return new EvaluationException(wanted + ", was given " + type);
  }

  private static EvaluationException unfit(char verb, @Nullable Object value) {
    return unfit(verb, Types.nameOf(value));
  }

  static String format(char verb, int precision, @Nullable Object value) {
    return switch (verb) {
      case 'd' -> decimal(verb, value);
      case 'f' -> LocalNumbers.fixed(number(verb, value), precision < 0 ? PRECISION : precision);
      case 'e' ->
          LocalNumbers.scientific(number(verb, value), precision < 0 ? PRECISION : precision);
      case 'b' -> value instanceof Boolean truth ? (truth ? "1" : "0") : integer(verb, value, 2);
      case 'o' -> integer(verb, value, 8);
      case 'x' -> hexadecimal(verb, value);
      case 'X' -> hexadecimal(verb, value).toUpperCase(Locale.ROOT);
      default -> string(value);
    };
  }

  private static String decimal(char verb, @Nullable Object value) {
    return integer(verb, value, 10);
  }

  private static String integer(char verb, @Nullable Object value, int radix) {
    return switch (value) {
      case Long number -> Long.toString(number, radix);
      case UInt number -> Long.toUnsignedString(number.bits(), radix);
      case null, default -> throw unfit(verb, value);
    };
  }

  private static String hexadecimal(char verb, @Nullable Object value) {
    return switch (value) {
      case String text -> HexFormat.of().formatHex(Text.utf8(text));
      case Bytes bytes -> HexFormat.of().formatHex(bytes.toArray());
      case null, default -> integer(verb, value, 16);
    };
  }

  private static double number(char verb, @Nullable Object value) {
    return switch (value) {
      case Double number -> number;
      case String text when text.equals("NaN") -> Double.NaN;
      case String text when text.equals("Infinity") -> Double.POSITIVE_INFINITY;
      case String text when text.equals("-Infinity") -> Double.NEGATIVE_INFINITY;
      case null, default -> throw unfit(verb, value);
    };
  }

  private static String string(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case String text -> text;
      case List<?> list -> list(list);
      case Map<?, ?> map -> map(map);
      case Bytes bytes -> text(bytes);
      case Long _, UInt _, Double _, Boolean _, Instant _, Duration _, Type _ -> Text.of(value);
      default -> throw unfit('s', value);
    };
  }

  private static String text(Bytes bytes) {
    try {
      return Text.of(bytes);
    } catch (EvaluationException wrong) {
      throw new EvaluationException(
          "could not convert argument " + Text.quote(wrong.text()) + " to string");
    }
  }

  private static String list(List<?> list) {
    List<String> elements = new ArrayList<>(list.size());
    for (Object element : list) {
      elements.add(literal(element));
    }
    return "[" + String.join(", ", elements) + "]";
  }

  private static String map(Map<?, ?> map) {
    Map<String, String> entries = new TreeMap<>(Ordering::compare);
    map.forEach((key, value) -> entries.put(key(key), literal(value)));
    List<String> pairs = new ArrayList<>(entries.size());
    entries.forEach((key, value) -> pairs.add(key + ":" + value));
    return "{" + String.join(", ", pairs) + "}";
  }

  private static String key(@Nullable Object key) {
    return switch (key) {
      case String text -> Text.quote(text);
      case Boolean truth -> truth.toString();
      case Long number -> number.toString();
      case UInt number -> number.toString();
      case null, default ->
          throw new EvaluationException(
              "no formatting function for map key of type " + Types.nameOf(key));
    };
  }

  /** Writes an element of a list or map as a literal of CEL. */
  private static String literal(@Nullable Object value) {
    return switch (value) {
      case String text -> Text.quote(text);
      case Bytes bytes -> "b" + Text.quote(text(bytes));
      case Double number when number.isNaN() || number.isInfinite() ->
          "\"" + Text.of((double) number) + "\"";
      case Double number -> {
        BigDecimal digits = new BigDecimal(number).setScale(PRECISION, RoundingMode.HALF_EVEN);
        boolean negative = Double.doubleToRawLongBits(number) < 0;
        yield (negative && digits.signum() == 0 ? "-" : "") + digits.toPlainString();
      }
      case Instant time -> "timestamp(" + Text.quote(Text.of(time)) + ")";
      case Duration duration -> "duration(" + Text.quote(Text.of(duration)) + ")";
      case null -> "null";
      case List<?> list -> list(list);
      case Map<?, ?> map -> map(map);
      case Long _, UInt _, Boolean _, Type _ -> Text.of(value);
      default -> throw new EvaluationException("no formatting function for " + Types.nameOf(value));
    };
  }
}
