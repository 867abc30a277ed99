package dev.plimsoll.cel;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Go's strconv.Quote. */
public final class GoQuote {
  /** Which code points Java knows as printable that are younger than Go's Unicode 15.0. */
  private static final int[] YOUNGER =
      ranges(
          "897 1b4e-1b4f 1b7f 1c89-1c8a 2427-2429 2ffc-2fff 31e4-31e5 31ef a7cb-a7cd a7da-a7dc"
              + " 105c0-105f3 10d40-10d65 10d69-10d85 10d8e-10d8f 10ec2-10ec4 10efc 11380-11389"
              + " 1138b 1138e 11390-113b5 113b7-113c0 113c2 113c5 113c7-113ca 113cc-113d5"
              + " 113d7-113d8 113e1-113e2 116d0-116e3 11bc0-11be1 11bf0-11bf9 11f5a 13460-143fa"
              + " 16100-16139 16d40-16d79 18cff 1cc00-1ccf9 1cd00-1ceb3 1e5d0-1e5fa 1e5ff"
              + " 1f8b2-1f8bb 1f8c0-1f8c1 1fa89 1fa8f 1fabe 1fac6 1fadc 1fadf 1fae9 1fbcb-1fbef"
              + " 2ebf0-2ee5d");

  private static final HexFormat HEX = HexFormat.of();

  private GoQuote() {}

  public static String quote(String text) {
    return quote(text.getBytes(StandardCharsets.UTF_8));
  }

  static String quote(byte[] bytes) {
    StringBuilder out = new StringBuilder(bytes.length + 2).append('"');
    for (int i = 0; i < bytes.length; ) {
      byte first = bytes[i];
      if (first >= ' ' && first < 0x7F && first != '"' && first != '\\') {
        out.append((char) first);
        i++;
        continue;
      }
      long decoded = Text.decode(bytes, i);
      if (decoded < 0) {
        out.append("\\x").append(HEX.toHexDigits(first));
        i++;
      } else {
        append(out, (int) decoded);
        i += (int) (decoded >> 32);
      }
    }
    return out.append('"').toString();
  }

  private static void append(StringBuilder out, int c) {
    switch (c) {
      case '"', '\\' -> out.append('\\').append((char) c);
      case 7 -> out.append("\\a");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case 0x0B -> out.append("\\v");
      default -> {
        if (isPrintable(c)) {
          out.appendCodePoint(c);
        } else if (c < ' ' || c == 0x7F) {
          out.append("\\x").append(HEX.toHexDigits((byte) c));
        } else if (c < 0x10000) {
          out.append("\\u").append(HEX.toHexDigits((char) c));
        } else {
          out.append("\\U").append(HEX.toHexDigits(c));
        }
      }
    }
  }

  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.UNASSIGNED,
          Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          c == ' ';
      default -> !isYounger(c);
    };
  }

  private static boolean isYounger(int c) {
    for (int i = 0; i < YOUNGER.length && c >= YOUNGER[i]; i += 2) {
      if (c <= YOUNGER[i + 1]) {
        return true;
      }
    }
    return false;
  }

  private static int[] ranges(String text) {
    String[] parts = text.split(" ");
    int[] ranges = new int[2 * parts.length];
    for (int i = 0; i < parts.length; i++) {
      int dash = parts[i].indexOf('-');
      ranges[2 * i] = HexFormat.fromHexDigits(dash < 0 ? parts[i] : parts[i].substring(0, dash));
      ranges[2 * i + 1] = HexFormat.fromHexDigits(parts[i].substring(dash + 1));
    }
    return ranges;
  }
}
