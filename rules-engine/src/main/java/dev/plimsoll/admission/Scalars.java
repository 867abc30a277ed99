package dev.plimsoll.admission;

import dev.plimsoll.cel.EvaluationException;
import dev.plimsoll.cel.GoQuote;
import dev.plimsoll.cel.functions.Quantity;
import dev.plimsoll.document.ListNode;
import dev.plimsoll.document.MapNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The types with a decoder of their own in Go: what they take, and how they write it again. */
final class Scalars {
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT);
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT);
  private static final String RFC3339 = "2006-01-02T15:04:05Z07:00";
  private static final String RFC3339_MICRO = "2006-01-02T15:04:05.000000Z07:00";

  private Scalars() {}

  /** Reads a quantity (resource.Quantity.UnmarshalJSON) and writes it canonically. */
  static @Nullable Object quantity(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    var text =
        switch (value) {
          case String string -> string.strip();
          case Long whole -> whole.toString();
          case Double fraction -> number(fraction);
          default -> "{";
        };
    if (isPlain(text)) {
      return text;
    }
    try {
      return Quantity.parse(text).toString();
    } catch (EvaluationException e) {
      throw new ScalarException(String.valueOf(e.getMessage()));
    }
  }

  /** Small whole numbers are canonical as they are. */
  private static boolean isPlain(String text) {
    if (text.isEmpty() || text.length() > 3 || text.charAt(0) == '0' && text.length() > 1) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  static @Nullable Object intOrString(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case String text -> text;
      case Long number when number == number.intValue() -> number;
      case Long number -> throw goValue("number " + number, "int32");
      case Double number -> throw goValue("number " + number(number), "int32");
      default -> throw goValue(kind(value), "int32");
    };
  }

  static @Nullable Object bytes(String text) {
    if (text.indexOf('\n') < 0 && text.indexOf('\r') < 0 && isCanonical(text)) {
      return text;
    }
    var plain = text.replace("\n", "").replace("\r", "");
    try {
      var decoded = plain.length() % 4 == 0 ? Base64.getDecoder().decode(plain) : null;
      if (decoded != null) {
        return Base64.getEncoder().encodeToString(decoded);
      }
    } catch (IllegalArgumentException e) {
      // Told below, in Go's words.
    }
    throw new ScalarException("illegal base64 data at input byte " + fault(text));
  }

  private static boolean isCanonical(String text) {
    if (text.length() % 4 != 0 || text.endsWith("=")) {
      return text.isEmpty();
    }
    return text.chars().allMatch(Scalars::isBase64);
  }

  private static boolean isBase64(int c) {
    return c >= 'A' && c <= 'Z'
        || c >= 'a' && c <= 'z'
        || c >= '0' && c <= '9'
        || c == '+'
        || c == '/';
  }

  /** Returns where encoding/base64 stops: the first bad byte, or the start of a short quantum. */
  private static int fault(String text) {
    int inQuantum = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        continue;
      }
      if (!isBase64(c)) {
        boolean padding = c == '=' && inQuantum >= 2;
        if (!padding) {
          return i;
        }
        return paddingFault(text, i, inQuantum);
      }
      inQuantum = (inQuantum + 1) % 4;
    }
    return text.length() - inQuantum;
  }

  private static int paddingFault(String text, int at, int inQuantum) {
    int i = at + 1;
    if (inQuantum == 2) {
      if (i >= text.length()) {
        return text.length();
      }
      if (text.charAt(i) != '=') {
        return i;
      }
      i++;
    }
    return i < text.length() ? i : at;
  }

  static @Nullable Object time(@Nullable Object value) {
    var moment = moment(value, RFC3339);
    return moment == null ? null : SECONDS.format(moment.truncatedTo(ChronoUnit.SECONDS));
  }

  static @Nullable Object microTime(@Nullable Object value) {
    var moment = moment(value, RFC3339_MICRO);
    return moment == null ? null : MICROS.format(moment);
  }

  private static @Nullable OffsetDateTime moment(@Nullable Object value, String layout) {
    if (value == null) {
      return null;
    }
    if (!(value instanceof String text)) {
      throw goValue(kind(value), "string");
    }
    try {
      return OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new ScalarException(
          "parsing time %s as \"%s\": cannot parse %s as \"2006\""
              .formatted(GoQuote.quote(text), layout, GoQuote.quote(text)));
    }
  }

  static @Nullable Object duration(@Nullable Object value) {
    if (value == null || value instanceof String) {
      return value;
    }
    throw goValue(kind(value), "string");
  }

  /** Writes a number as it probably stands in the JSON text. */
  static String number(Object value) {
    return value instanceof Double fraction
        ? new BigDecimal(fraction.toString()).stripTrailingZeros().toPlainString()
        : value.toString();
  }

  private static String kind(Object value) {
    return switch (value) {
      case MapNode _ -> "object";
      case ListNode _ -> "array";
      case String _ -> "string";
      case Boolean _ -> "bool";
      default -> "number";
    };
  }

  private static ScalarException goValue(String what, String type) {
    return new ScalarException(
        "json: cannot unmarshal %s into Go value of type %s".formatted(what, type));
  }
}
