package dev.plimsoll.document;

import java.util.Arrays;

/** Turns offsets counted in code points, as snakeyaml's are, into UTF-16 offsets. */
final class CodePoints {

  private final int base;
  private final int[] pairs;

  /**
   * @param text what the code points were counted in
   * @param base the offset of its first character in the whole source
   */
  CodePoints(String text, int base) {
    this.base = base;
    this.pairs = surrogatePairs(text);
  }

  int offset(int codePoint) {
    if (pairs.length == 0) {
      return base + codePoint;
    }
    int before = Arrays.binarySearch(pairs, codePoint);
    return base + codePoint + (before >= 0 ? before : -before - 1);
  }

  /** Returns the code point offsets of the characters that take two UTF-16 units. */
  private static int[] surrogatePairs(String text) {
    var found = new int[0];
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      if (Character.isHighSurrogate(text.charAt(i))
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        if (count == found.length) {
          found = Arrays.copyOf(found, count * 2 + 8);
        }
        found[count] = i - count;
        count++;
        i++;
      }
    }
    return Arrays.copyOf(found, count);
  }
}
