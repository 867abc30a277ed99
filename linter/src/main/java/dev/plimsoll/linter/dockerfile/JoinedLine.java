package dev.plimsoll.linter.dockerfile;

import java.util.Arrays;

/**
 * The physical lines of an instruction joined to one, that knows where each character came from.
 */
public final class JoinedLine {

  private final String text;
  private final int[] begins;
  private final int[] offsets;

  /**
   * @param begins where each piece begins in {@code text}, rising
   * @param offsets where each piece begins in the file
   */
  private JoinedLine(String text, int[] begins, int[] offsets) {
    this.text = text;
    this.begins = begins;
    this.offsets = offsets;
  }

  /** Returns the whole line. */
  public String text() {
    return text;
  }

  int length() {
    return text.length();
  }

  /** Returns a word made of other text than what stands between the indexes. */
  Word word(String value, int from, int to) {
    int start = offset(from);
    return new Word(value, start, to > from ? offset(to - 1) + 1 : start);
  }

  Word word(int from, int to) {
    return word(text.substring(from, to), from, to);
  }

  /** Returns the place in the file of the character at an index. */
  public int offset(int index) {
    if (begins.length == 1) {
      return offsets[0] + index;
    }
    if (index >= text.length() && index > 0) {
      return offset(text.length() - 1) + 1;
    }
    int found = Arrays.binarySearch(begins, index);
    int piece = found >= 0 ? found : -found - 2;
    return offsets[piece] + index - begins[piece];
  }

  /** Returns the index of the first character that stands at a place in the file or after it. */
  public int indexOf(int offset) {
    int low = 0;
    int high = text.length();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (offset(middle) < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Collects the pieces of a line. */
  static final class Builder {
    private final StringBuilder text = new StringBuilder();
    private int[] begins = new int[4];
    private int[] offsets = new int[4];
    private int pieces;

    void append(String file, int from, int to) {
      if (pieces > 0 && from == to) {
        return;
      }
      // An empty first piece gives its place to the next one, so that indexes stay distinct.
      if (pieces > 0 && begins[pieces - 1] == text.length()) {
        pieces--;
      }
      if (pieces == begins.length) {
        begins = Arrays.copyOf(begins, pieces * 2);
        offsets = Arrays.copyOf(offsets, pieces * 2);
      }
      begins[pieces] = text.length();
      offsets[pieces++] = from;
      text.append(file, from, to);
    }

    JoinedLine build() {
      return new JoinedLine(
          text.toString(), Arrays.copyOf(begins, pieces), Arrays.copyOf(offsets, pieces));
    }
  }
}
