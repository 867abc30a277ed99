package dev.plimsoll.review;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The warnings of an answer, as kubernetes/apiserver endpoints/filters/warning.go sends them: each
 * once; when all together are too long, all are cut short, and the last may be left out.
 */
final class Warnings {
  private static final int MAX_TOTAL = 4 * 1024;
  private static final int MAX_CUT = 256;

  private final LinkedHashSet<String> texts = new LinkedHashSet<>();

  void add(String text) {
    texts.add(text);
  }

  /** Returns what a client gets; a text with control characters can't be sent. */
  List<String> sent() {
    int total = 0;
    var sent = new ArrayList<String>();
    for (var text : texts) {
      if (sendable(text)) {
        sent.add(text);
        total += length(text);
      }
    }
    return total <= MAX_TOTAL ? sent : cut(sent);
  }

  /** The first items are cut all at once; later ones are added as long as there is room. */
  private static List<String> cut(List<String> texts) {
    var cut = new ArrayList<String>();
    int whole = 0;
    int written = 0;
    for (var text : texts) {
      boolean beyond = whole > MAX_TOTAL;
      if (beyond && written >= MAX_TOTAL) {
        break;
      }
      whole += length(text);
      int end = Math.min(length(text), MAX_CUT);
      cut.add(text.substring(0, text.offsetByCodePoints(0, end)));
      written += end;
    }
    return cut;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static boolean sendable(String text) {
    return text.codePoints().noneMatch(Character::isISOControl);
  }
}
