package dev.plimsoll.linter.dockerfile;

import java.util.Arrays;

/** The physical lines of a text, counted from 0, each with its line break. */
final class Lines {

  /** The longest line that BuildKit reads, in UTF-8 bytes without the line feed. */
  static final int LONGEST = 65_535;

  private final String text;
  private int[] starts = new int[64];
  private int count;

  Lines(String text) {
    this.text = text;
    int start = text.startsWith("\uFEFF") ? 1 : 0;
    while (start < text.length()) {
      if (count + 1 >= starts.length) {
        starts = Arrays.copyOf(starts, starts.length * 2);
      }
      starts[count++] = start;
      int feed = text.indexOf('\n', start);
      start = feed < 0 ? text.length() : feed + 1;
    }
    starts[count] = text.length();
  }

  int count() {
    return count;
  }

  int start(int line) {
    return starts[line];
  }

  /** Returns the offset just after a line's break. */
  int next(int line) {
    return starts[line + 1];
  }

  /** Returns the offset just after a line's last character that belongs to no line break. */
  int end(int line) {
    int end = next(line);
    while (end > starts[line] && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return end;
  }

  boolean tooLong(int line) {
    int start = start(line);
    int end = next(line);
    if (end > start && text.charAt(end - 1) == '\n') {
      end--;
    }
    if ((end - start) * 3L <= LONGEST) {
      return false;
    }
    long bytes = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return bytes > LONGEST;
  }
}
