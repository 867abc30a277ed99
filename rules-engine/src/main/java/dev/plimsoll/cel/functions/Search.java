package dev.plimsoll.cel.functions;

/** Search for one text in another in linear time, whatever the two are. */
public final class Search {
  /** Up to here the worst case of the simple search is no worse than the table's making. */
  private static final int SHORT = 16;

  private Search() {}

  public static boolean contains(String text, String wanted) {
    return indexOf(text, wanted, 0) >= 0;
  }

  /** Returns the first index not below {@code from} at which the wanted text begins, or -1. */
  public static int indexOf(String text, String wanted, int from) {
    return wanted.length() <= SHORT ? text.indexOf(wanted, from) : search(text, wanted, from);
  }

  private static int search(String text, String wanted, int from) {
    int[] fallback = fallback(wanted);
    int matched = 0;
    for (int i = from; i < text.length(); i++) {
      while (matched > 0 && text.charAt(i) != wanted.charAt(matched)) {
        matched = fallback[matched - 1];
      }
      if (text.charAt(i) == wanted.charAt(matched) && ++matched == wanted.length()) {
        return i - matched + 1;
      }
    }
    return -1;
  }

  /**
   * Returns for each end of the text how much of its start stands before it (Knuth-Morris-Pratt).
   */
  private static int[] fallback(String text) {
    int[] fallback = new int[text.length()];
    int matched = 0;
    for (int i = 1; i < text.length(); i++) {
      while (matched > 0 && text.charAt(i) != text.charAt(matched)) {
        matched = fallback[matched - 1];
      }
      if (text.charAt(i) == text.charAt(matched)) {
        matched++;
      }
      fallback[i] = matched;
    }
    return fallback;
  }

  /** Returns the last index not above {@code from} at which the wanted text begins, or -1. */
  public static int lastIndexOf(String text, String wanted, int from) {
    if (wanted.length() <= SHORT) {
      return text.lastIndexOf(wanted, from);
    }
    int end = Math.min(text.length(), from + wanted.length());
    String reversed = new StringBuilder(end).append(text, 0, end).reverse().toString();
    String reversedWanted = new StringBuilder(wanted).reverse().toString();
    int index = search(reversed, reversedWanted, 0);
    return index < 0 ? -1 : end - index - wanted.length();
  }
}
