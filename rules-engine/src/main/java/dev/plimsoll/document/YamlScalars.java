package dev.plimsoll.document;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * What plain words of a YAML file mean to kubectl and the API server: YAML 1.1 as
 * go.yaml.in/yaml/v2 reads it (resolve.go), then through JSON as sigs.k8s.io/yaml does, so that
 * {@code 1.0} is an integer and {@code .inf} is refused.
 */
final class YamlScalars {

  private static final String TAG = "tag:yaml.org,2002:";
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  private static final Pattern FRACTION =
      Pattern.compile("\\.[0-9]+(_[0-9]+)*([eE][-+]?[0-9]+(_[0-9]+)*)?");
  private static final BigInteger UNSIGNED_END = BigInteger.ONE.shiftLeft(64);
  private static final int LONGEST_SAFE_INTEGER = 18;

  private YamlScalars() {}

  static boolean isMerge(Event event) {
    return event instanceof ScalarEvent scalar
        && scalar.getValue().equals("<<")
        && (scalar.isPlain() || scalar.getTag().orElse("").equals(TAG + "merge"));
  }

  /**
   * Returns the value that a scalar has in JSON.
   *
   * @param start offset of the value, for problems
   */
  static @Nullable Object resolve(ScalarEvent scalar, int start) {
    var value = typed(scalar, start);
    if (value instanceof Double number) {
      if (number.isNaN() || number.isInfinite()) {
        throw new UnreadableException(
            start,
            "\"%s\" is no number that JSON and so Kubernetes could hold; for a text, put it in quotes"
                .formatted(scalar.getValue()));
      }
      return throughJson(number);
    }
    return value instanceof BigInteger big ? (Object) big.doubleValue() : value;
  }

  /** Returns the text that a scalar is as a mapping's key. */
  static String key(ScalarEvent scalar, int start) {
    return keyText(typed(scalar, start), start);
  }

  /**
   * Returns the text of a mapping's key.
   *
   * @param key what {@link #typed} or {@link #resolve} returns
   */
  static String keyText(@Nullable Object key, int start) {
    if (key == null) {
      throw new UnreadableException(
          start, "a key is missing before this \":\" (or is null): write one, or quote it");
    }
    if (key instanceof BigInteger) {
      throw new UnreadableException(
          start, "the key %s is too large for a number: put it in quotes".formatted(key));
    }
    return key instanceof Double number ? floatKey(number) : key.toString();
  }

  private static @Nullable Object typed(ScalarEvent scalar, int start) {
    String text = scalar.getValue();
    if (scalar.getTag().isEmpty()) {
      return scalar.isPlain() ? plain(text) : text;
    }
    String tag = scalar.getTag().get();
    if (!tag.startsWith(TAG)) {
      return text;
    }
    return switch (tag.substring(TAG.length())) {
      case "bool", "int", "null", "timestamp" -> tagged(tag, plain(text), text, start);
      case "float" ->
          tagged(
              tag, plain(text) instanceof Long whole ? (double) whole : plain(text), text, start);
      case "binary" -> binary(text, start);
      default -> text;
    };
  }

  private static @Nullable Object tagged(
      String tag, @Nullable Object value, String text, int start) {
    boolean fits =
        switch (tag.substring(TAG.length())) {
          case "bool" -> value instanceof Boolean;
          case "int" -> value instanceof Long || value instanceof BigInteger;
          case "float" -> value instanceof Double;
          case "null" -> value == null;
          default -> value instanceof String;
        };
    if (!fits) {
      throw new UnreadableException(
          start,
          "\"%s\" is no !!%s: change one of them".formatted(text, tag.substring(TAG.length())));
    }
    return value;
  }

  private static String binary(String text, int start) {
    try {
      var bytes = Base64.getMimeDecoder().decode(text);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new UnreadableException(start, "a !!binary value must be base64, and this is not");
    }
  }

  /** Returns null, Boolean, Long, BigInteger (from 2^63 up to 2^64), Double or String. */
  private static @Nullable Object plain(String text) {
    if (text.isEmpty()) {
      return null;
    }
    char first = text.charAt(0);
    if (first >= '0' && first <= '9' || first == '-' || first == '+') {
      return signedWord(text);
    }
    if (first == '.') {
      return dotWord(text);
    }
    return "yYnNtTfFoO~".indexOf(first) >= 0 && text.length() <= 5 ? word(text) : text;
  }

  private static @Nullable Object word(String text) {
    return switch (text) {
      case "~", "null", "Null", "NULL" -> null;
      case "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON" -> true;
      case "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF" -> false;
      default -> text;
    };
  }

  private static Object dotWord(String text) {
    return switch (text) {
      case ".nan", ".NaN", ".NAN" -> Double.NaN;
      case ".inf", ".Inf", ".INF" -> Double.POSITIVE_INFINITY;
      default -> FRACTION.matcher(text).matches() ? decimal(text.replace("_", ""), text) : text;
    };
  }

  private static Object signedWord(String text) {
    switch (text) {
      case "+.inf", "+.Inf", "+.INF" -> {
        return Double.POSITIVE_INFINITY;
      }
      case "-.inf", "-.Inf", "-.INF" -> {
        return Double.NEGATIVE_INFINITY;
      }
      case "0" -> {
        return 0L;
      }
      default -> {
        String digits = text.indexOf('_') < 0 ? text : text.replace("_", "");
        var integer = integer(digits);
        if (integer != null) {
          return integer;
        }
        return DECIMAL.matcher(digits).matches() ? decimal(digits, text) : text;
      }
    }
  }

  /** Reads an integer as Go's strconv does with base 0: 0x, 0o, 0b and 0 are prefixes. */
  private static @Nullable Object integer(String text) {
    int i = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
    int radix = 10;
    if (text.length() > i + 1 && text.charAt(i) == '0') {
      char mark = Character.toLowerCase(text.charAt(i + 1));
      radix = mark == 'x' ? 16 : mark == 'b' ? 2 : 8;
      i += mark == 'x' || mark == 'b' || mark == 'o' ? 2 : 1;
    }
    if (i == text.length()) {
      return null;
    }
    for (int j = i; j < text.length(); j++) {
      char c = text.charAt(j);
      if (c > 'f' || Character.digit(c, radix) < 0) {
        return null;
      }
    }
    boolean negative = text.charAt(0) == '-';
    if (text.length() - i < LONGEST_SAFE_INTEGER && radix <= 10) {
      long value = Long.parseLong(text, i, text.length(), radix);
      return negative ? -value : value;
    }
    var value = new BigInteger(text.substring(i), radix);
    value = negative ? value.negate() : value;
    if (value.bitLength() < Long.SIZE) {
      return value.longValue();
    }
    boolean unsigned = !text.startsWith("+") && value.signum() > 0;
    return unsigned && value.compareTo(UNSIGNED_END) < 0 ? value : null;
  }

  private static Object decimal(String digits, String text) {
    double value = Double.parseDouble(digits);
    return Double.isInfinite(value) ? text : (Object) value;
  }

  /** Go writes 1.0 as 1 and 1e20 in full, and reads an integer back where it fits. */
  private static Object throughJson(double number) {
    double size = Math.abs(number);
    if (size >= 0x1p64 || number != Math.rint(number)) {
      return number;
    }
    var exact = new BigDecimal(Double.toString(number)).toBigInteger();
    return exact.bitLength() < Long.SIZE ? (Object) exact.longValue() : (Object) number;
  }

  /** Go's strconv.FormatFloat(number, 'g', -1, 32), as sigs.k8s.io/yaml writes such keys. */
  private static String floatKey(double number) {
    float value = (float) number;
    if (Float.isNaN(value)) {
      return ".nan";
    }
    if (Float.isInfinite(value)) {
      return value > 0 ? ".inf" : "-.inf";
    }
    if (value == 0) {
      return 1 / number < 0 ? "-0" : "0";
    }
    var digits = new BigDecimal(Float.toString(value)).stripTrailingZeros();
    int exponent = digits.precision() - digits.scale() - 1;
    if (exponent >= -4 && exponent < 6) {
      return digits.toPlainString();
    }
    var unscaled = digits.unscaledValue().abs().toString();
    var fraction = unscaled.length() > 1 ? "." + unscaled.substring(1) : "";
    return (value < 0 ? "-" : "")
        + unscaled.charAt(0)
        + fraction
        + (exponent < 0 ? "e-" : "e+")
        + (Math.abs(exponent) < 10 ? "0" : "")
        + Math.abs(exponent);
  }
}
