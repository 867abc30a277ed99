package dev.plimsoll.linter.dockerfile;

/** What counts as a blank: the frontend has two ideas of it. */
final class Blanks {

  private Blanks() {}

  /** Whether Go's {@code unicode.IsSpace} holds: Unicode's White_Space. */
  static boolean isSpace(int c) {
    return switch (c) {
      case '\t', '\n', 0x0B, '\f', '\r', ' ', 0x85, 0xA0 -> true;
      case 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000 -> true;
      default -> c >= 0x2000 && c <= 0x200A;
    };
  }

  /** Whether a character separates words of an instruction. */
  static boolean separates(int c) {
    return c == ' ' || c == '\t' || c == 0x0B || c == '\f' || c == '\r';
  }

  /**
   * Whether a character ends a flag. BuildKit reads flags byte by byte and takes each byte for a
   * character of Latin-1, two of which are spaces.
   */
  static boolean endsFlag(char c) {
    if (c < 0x80) {
      return isSpace(c);
    }
    boolean last = latinSpace(0x80 | c & 0x3F);
    return c < 0x800 || Character.isSurrogate(c) ? last : last || latinSpace(0x80 | c >> 6 & 0x3F);
  }

  private static boolean latinSpace(int c) {
    return c == 0x85 || c == 0xA0;
  }

  /** Returns the first offset from {@code from} on that holds no space, or {@code to}. */
  static int skipSpace(String text, int from, int to) {
    int i = from;
    while (i < to && isSpace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** Returns the offset just after the last character before {@code to} that is no space. */
  static int trimEnd(String text, int from, int to) {
    int i = to;
    while (i > from && isSpace(text.charAt(i - 1))) {
      i--;
    }
    return i;
  }
}
