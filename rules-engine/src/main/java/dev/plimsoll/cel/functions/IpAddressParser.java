package dev.plimsoll.cel.functions;

import dev.plimsoll.cel.EvaluationException;
import dev.plimsoll.cel.Text;
import java.util.Arrays;

/** Reads IP addresses as Go's netip.ParseAddr does, with its words for what is wrong. */
final class IpAddressParser {
  private final String text;
  private final byte[] bytes = new byte[16];
  private boolean zone;

  IpAddressParser(String text) {
    this.text = text;
  }

  /** Returns whether the address read had a zone. */
  boolean hasZone() {
    return zone;
  }

  IpAddress parse() {
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '.' -> {
          fields(0, text.length(), 12);
          return new IpAddress(true, 0, toLong(8));
        }
        case ':' -> {
          return version6();
        }
        case '%' -> throw wrong("missing IPv6 address");
        default -> {}
      }
    }
    throw wrong("unable to parse IP");
  }

  /** Reads the four decimal fields that stand from {@code from} to {@code to}. */
  private void fields(int from, int to, int target) {
    int value = 0;
    int field = 0;
    int digits = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        if (digits == 1 && value == 0) {
          throw wrong("IPv4 field has octet with leading zero");
        }
        value = 10 * value + c - '0';
        digits++;
        if (value > 255) {
          throw wrong("IPv4 field has value >255");
        }
      } else if (c == '.') {
        if (i == from || i == to - 1 || text.charAt(i - 1) == '.') {
          throw wrong("IPv4 field must have at least one digit", i, to);
        }
        if (field == 3) {
          throw wrong("IPv4 address too long");
        }
        bytes[target + field++] = (byte) value;
        value = 0;
        digits = 0;
      } else {
        throw wrong("unexpected character", i, to);
      }
    }
    if (field < 3) {
      throw wrong("IPv4 address too short");
    }
    bytes[target + 3] = (byte) value;
  }

  private IpAddress version6() {
    int end = text.indexOf('%');
    if (end < 0) {
      end = text.length();
    } else {
      zone = true;
      if (end == text.length() - 1) {
        throw wrong("zone must be a non-empty string");
      }
    }
    int position = 0;
    int filled = 0;
    int ellipsis = -1;
    if (text.startsWith("::") && end >= 2) {
      ellipsis = 0;
      position = 2;
    }
    while (filled < 16 && !(position == end && ellipsis == 0 && filled == 0)) {
      int groupEnd = groupEnd(position, end);
      if (groupEnd < end && text.charAt(groupEnd) == '.') {
        if (ellipsis < 0 && filled != 12) {
          throw wrong(
              "embedded IPv4 address must replace the final 2 fields of the address",
              position,
              end);
        }
        if (filled + 4 > 16) {
          throw wrong(
              "too many hex fields to fit an embedded IPv4 at the end of the address",
              position,
              end);
        }
        fields(position, end, filled);
        position = end;
        filled += 4;
        break;
      }
      int group = Integer.parseInt(text, position, groupEnd, 16);
      bytes[filled] = (byte) (group >> 8);
      bytes[filled + 1] = (byte) group;
      filled += 2;
      position = groupEnd;
      if (position == end) {
        break;
      }
      if (text.charAt(position) != ':') {
        throw wrong("unexpected character, want colon", position, end);
      }
      if (position + 1 == end) {
        throw wrong("colon must be followed by more characters", position, end);
      }
      position++;
      if (text.charAt(position) == ':') {
        if (ellipsis >= 0) {
          throw wrong("multiple :: in address", position, end);
        }
        ellipsis = filled;
        position++;
        if (position == end) {
          break;
        }
      }
    }
    if (position != end) {
      throw wrong("trailing garbage after address", position, end);
    }
    expand(ellipsis, filled);
    return new IpAddress(false, toLong(0), toLong(8));
  }

  private int groupEnd(int from, int end) {
    int to = from;
    while (to < end && isHexDigit(text.charAt(to))) {
      if (to - from > 3) {
        throw wrong("each group must have 4 or less digits", from, end);
      }
      to++;
    }
    if (to == from) {
      throw wrong("each colon-separated field must have at least one digit", from, end);
    }
    return to;
  }

  private static boolean isHexDigit(char c) {
    return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
  }

  private void expand(int ellipsis, int filled) {
    if (filled == 16) {
      if (ellipsis >= 0) {
        throw wrong("the :: must expand to at least one field of zeros");
      }
      return;
    }
    if (ellipsis < 0) {
      throw wrong("address string too short");
    }
    int missing = 16 - filled;
    System.arraycopy(bytes, ellipsis, bytes, ellipsis + missing, filled - ellipsis);
    Arrays.fill(bytes, ellipsis, ellipsis + missing, (byte) 0);
  }

  private long toLong(int from) {
    long value = 0;
    for (int i = from; i < from + 8; i++) {
      value = value << 8 | bytes[i] & 0xFF;
    }
    return value;
  }

  private EvaluationException wrong(String what) {
    return new EvaluationException("ParseAddr(" + Text.quote(text) + "): " + what);
  }

  private EvaluationException wrong(String what, int from, int to) {
    return from == to
        ? wrong(what)
        : new EvaluationException(
            wrong(what).text() + " (at " + Text.quote(text.substring(from, to)) + ")");
  }
}
