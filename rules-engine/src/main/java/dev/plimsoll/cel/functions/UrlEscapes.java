package dev.plimsoll.cel.functions;

import dev.plimsoll.cel.EvaluationException;

/** Percent escapes in the parts of a URL, as Go's net/url reads and writes them. */
final class UrlEscapes {
  private static final String HEX = "0123456789ABCDEF";

  private UrlEscapes() {}

  /** A part of a URL; which characters stand for themselves differs. */
  enum Part {
    PATH("$&+,/:;=@-_.~"),
    HOST("!\"$&'()*+,;=:[]<>-_.~"),
    ZONE("!\"$&'()*+,;=:[]<>-_.~"),
    USER("$&+,;=-_.~"),
    QUERY("-_.~"),
    FRAGMENT("!$&()*+,/:;=?@-_.~");

    private final boolean[] plain = new boolean[128];

    Part(String marks) {
      for (char c = 0; c < plain.length; c++) {
        plain[c] =
            c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || marks.indexOf(c) >= 0;
      }
    }

    private boolean isPlain(char c) {
      return c < plain.length && plain[c];
    }
  }

  static String unescape(String escaped, Part part) {
    boolean any = false;
    boolean host = part == Part.HOST || part == Part.ZONE;
    for (int i = 0; i < escaped.length(); i++) {
      char c = escaped.charAt(i);
      if (c == '%') {
        any = true;
        check(escaped, i, part);
        i += 2;
      } else if (c == '+') {
        any |= part == Part.QUERY;
      } else if (host && c < 0x80 && !part.isPlain(c)) {
        throw new EvaluationException(
            "invalid character " + Url.quote(String.valueOf(c)) + " in host name");
      }
    }
    return any ? unescaped(escaped, part) : escaped;
  }

  private static void check(String escaped, int index, Part part) {
    int value = value(escaped, index);
    if (value < 0) {
      throw wrong(escaped.substring(index, Math.min(index + 3, escaped.length())));
    }
    String escape = escaped.substring(index, index + 3);
    boolean percent = escape.equals("%25");
    // In a host only bytes that are not ASCII may be escaped, in a zone what may stand in a host
    // too.
    if (part == Part.HOST && value < 0x80 && !percent
        || part == Part.ZONE && !percent && value != ' ' && !Part.HOST.isPlain((char) value)) {
      throw wrong(escape);
    }
  }

  private static EvaluationException wrong(String escape) {
    return new EvaluationException("invalid URL escape " + Url.quote(escape));
  }

  /** Returns the byte that an escape stands for, or -1 if it is none. */
  private static int value(String escaped, int index) {
    if (index + 2 >= escaped.length()) {
      return -1;
    }
    char high = escaped.charAt(index + 1);
    char low = escaped.charAt(index + 2);
    boolean digits = high < 0x80 && low < 0x80;
    int h = digits ? Character.digit(high, 16) : -1;
    int l = digits ? Character.digit(low, 16) : -1;
    return h < 0 || l < 0 ? -1 : h << 4 | l;
  }

  private static String unescaped(String escaped, Part part) {
    StringBuilder out = new StringBuilder(escaped.length());
    for (int i = 0; i < escaped.length(); i++) {
      char c = escaped.charAt(i);
      if (c == '%') {
        out.append((char) value(escaped, i));
        i += 2;
      } else {
        out.append(c == '+' && part == Part.QUERY ? ' ' : c);
      }
    }
    return out.toString();
  }

  static String escape(String text, Part part) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (part.isPlain(c)) {
        if (out != null) {
          out.append(c);
        }
      } else {
        if (out == null) {
          out = new StringBuilder(text.length() + 16).append(text, 0, i);
        }
        out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
      }
    }
    return out == null ? text : out.toString();
  }

  /** Returns how a path or fragment is written: as it was if that is a way to write it. */
  static String written(String text, String raw, Part part) {
    if (!raw.isEmpty() && isWellEscaped(raw, part)) {
      try {
        if (unescape(raw, part).equals(text)) {
          return raw;
        }
      } catch (EvaluationException wrong) {
        return escape(text, part);
      }
    }
    return part == Part.PATH && text.equals("*") ? "*" : escape(text, part);
  }

  private static boolean isWellEscaped(String raw, Part part) {
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if ("!$&'()*+,;=:@[]%".indexOf(c) < 0 && !part.isPlain(c)) {
        return false;
      }
    }
    return true;
  }
}
