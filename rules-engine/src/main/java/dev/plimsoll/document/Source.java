package dev.plimsoll.document;

import java.util.Arrays;

/** A named text, such as a file, that turns UTF-16 offsets into lines and columns. */
public final class Source {

  static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String name;
  private final String text;
  private int[] lineStarts = {};

  /**
   * @param name the file as its user names it, relative to the working directory, or {@code -}
   * @param text the whole text, without a byte order mark
   */
  public Source(String name, String text) {
    this.name = name;
    this.text = text;
  }

  public String name() {
    return name;
  }

  public String text() {
    return text;
  }

  /** Returns the place between two UTF-16 offsets, {@code end} exclusive. */
  public Span span(int start, int end) {
    int line = lineOf(start);
    int endLine = lineOf(end);
    return new Span(line, columnOf(line, start), endLine, columnOf(endLine, end));
  }

  /** Returns the line that holds an offset, counted from 1. */
  public int lineOf(int offset) {
    int found = Arrays.binarySearch(lineStarts(), offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** Returns a line's text without its line break; {@code line} counts from 1. */
  public String line(int line) {
    int start = lineStarts()[line - 1];
    int end = line < lineStarts.length ? lineStarts[line] : text.length();
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(start, end);
  }

  private int columnOf(int line, int offset) {
    return text.codePointCount(lineStarts()[line - 1], offset) + 1;
  }

  private int[] lineStarts() {
    if (lineStarts.length == 0) {
      var starts = new int[16];
      int count = 1;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        boolean breaks = c == '\n' || c == '\r' && !text.startsWith("\n", i + 1);
        if (breaks) {
          if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
          }
          starts[count++] = i + 1;
        }
      }
      lineStarts = Arrays.copyOf(starts, count);
    }
    return lineStarts;
  }
}
