package dev.plimsoll.cel.functions;

import dev.plimsoll.cel.EvaluationException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** The formats of text that Kubernetes takes from OpenAPI (kube-openapi's strfmt). */
final class TextFormats {
  private TextFormats() {}

  static List<String> uri(String text) {
    try {
      Url.parseRequestUri(text);
      return List.of();
    } catch (EvaluationException wrong) {
      return List.of(wrong.text());
    }
  }

  static List<String> uuid(String text) {
    return isUuid(text) ? List.of() : List.of("does not match the UUID format");
  }

  /** Groups of 8, 4, 4, 4 and 12 hexadecimal digits; each dash between may be missing. */
  private static boolean isUuid(String text) {
    int position = 0;
    for (int group : new int[] {8, 4, 4, 4, 12}) {
      if (position > 0 && position < text.length() && text.charAt(position) == '-') {
        position++;
      }
      for (int end = position + group; position < end; position++) {
        if (position >= text.length()
            || "0123456789abcdefABCDEF".indexOf(text.charAt(position)) < 0) {
          return false;
        }
      }
    }
    return position == text.length();
  }

  static List<String> base64(String text) {
    return isBase64(text) ? List.of() : List.of("invalid base64");
  }

  private static boolean isBase64(String text) {
    if (text.isEmpty() || text.length() % 4 != 0) {
      return false;
    }
    int end =
        text.endsWith("==") ? text.length() - 2 : text.length() - (text.endsWith("=") ? 1 : 0);
    return text.chars()
        .limit(end)
        .allMatch(
            c ->
                c >= 'a' && c <= 'z'
                    || c >= 'A' && c <= 'Z'
                    || c >= '0' && c <= '9'
                    || c == '+'
                    || c == '/');
  }

  static List<String> date(String text) {
    return isDate(text) ? List.of() : List.of("invalid date");
  }

  private static boolean isDate(String text) {
    if (!isPattern(text, "0000-00-00")) {
      return false;
    }
    try {
      LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
      return true;
    } catch (DateTimeException wrong) {
      return false;
    }
  }

  static List<String> dateTime(String text) {
    return isDateTime(text) ? List.of() : List.of("invalid datetime");
  }

  /** What comes after a second {@code t} is not looked at, as in Kubernetes. */
  private static boolean isDateTime(String text) {
    String[] parts = text.toLowerCase(Locale.ROOT).split("t", -1);
    return parts.length > 1 && isDate(parts[0]) && isTime(parts[1]);
  }

  private static boolean isTime(String text) {
    if (text.length() < 9
        || !isPattern(text.substring(0, 8), "00:00:00")
        || number(text, 0, 2) > 23
        || number(text, 3, 5) > 59
        || number(text, 6, 8) > 59) {
      return false;
    }
    String rest = text.substring(8);
    if (isZone(rest)) {
      return true;
    }
    // Any character passes for the point before the fraction.
    int digits = rest.offsetByCodePoints(0, 1);
    int end = digits;
    while (end < rest.length() && isDigit(rest.charAt(end))) {
      end++;
    }
    return rest.charAt(0) != '\n' && end > digits && isZone(rest.substring(end));
  }

  private static boolean isZone(String text) {
    return text.equals("z")
        || !text.isEmpty()
            && (text.charAt(0) == '+' || text.charAt(0) == '-')
            && isPattern(text.substring(1), "00:00");
  }

  /** Returns whether the text is the pattern with a digit wherever that has a zero. */
  private static boolean isPattern(String text, String pattern) {
    if (text.length() != pattern.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      boolean digit = pattern.charAt(i) == '0';
      if (digit ? !isDigit(text.charAt(i)) : text.charAt(i) != pattern.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }
}
