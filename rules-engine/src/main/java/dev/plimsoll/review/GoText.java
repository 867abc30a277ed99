package dev.plimsoll.review;

import java.nio.charset.StandardCharsets;

/** Text as Go counts and trims it: in bytes of UTF-8, by Unicode's white space. */
final class GoText {
  private GoText() {}

  /** Go's strings.TrimSpace. */
  static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isSpace(char c) {
    return switch (c) {
      case '\t',
          '\n',
          0x0B,
          '\f',
          '\r',
          ' ',
          0x85,
          0xA0,
          0x1680,
          0x2028,
          0x2029,
          0x202F,
          0x205F,
          0x3000 ->
          true;
      default -> c >= 0x2000 && c <= 0x200A;
    };
  }

  static int bytes(String text) {
    return encode(text).length;
  }

  /** Returns the beginning of a text; a character cut in two becomes a replacement character. */
  static String cut(String text, int bytes) {
    if (text.length() * 3L <= bytes) {
      return text;
    }
    var encoded = encode(text);
    return encoded.length <= bytes ? text : new String(encoded, 0, bytes, StandardCharsets.UTF_8);
  }

  private static byte[] encode(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
