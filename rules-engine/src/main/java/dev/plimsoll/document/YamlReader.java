package dev.plimsoll.document;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a YAML text document by document.
 *
 * <p>The text is cut at its {@code ---} lines first, which YAML allows nowhere but between
 * documents, so that what is wrong with one document doesn't touch the next.
 */
public final class YamlReader {

  private YamlReader() {}

  /** Returns the documents of a YAML text, as {@link DocumentReader#read} does. */
  public static List<Document> read(Source source) {
    String text = source.text();
    var documents = new ArrayList<Document>(1);
    int start = text.indexOf(Source.BYTE_ORDER_MARK) == 0 ? 1 : 0;
    int searched = start;
    while (true) {
      int marker = nextMarker(text, searched);
      if (marker < 0) {
        break;
      }
      if (hasContent(text, start, marker)) {
        YamlParse.read(source, start, marker, documents);
        start = marker;
      }
      searched = marker + 3;
    }
    YamlParse.read(source, start, text.length(), documents);
    return documents;
  }

  /** Returns the offset of the next {@code ---} that stands alone at the start of a line, or -1. */
  private static int nextMarker(String text, int from) {
    for (int at = text.indexOf("---", from); at >= 0; at = text.indexOf("---", at + 3)) {
      boolean startsLine = at == 0 || isBreak(text.charAt(at - 1));
      int after = at + 3;
      boolean ends =
          after == text.length()
              || isBreak(text.charAt(after))
              || text.charAt(after) == ' '
              || text.charAt(after) == '\t';
      if (startsLine && ends) {
        return at;
      }
    }
    return -1;
  }

  /** Tells whether a part holds more than its marker, comments and directives. */
  private static boolean hasContent(String text, int start, int end) {
    int i = text.startsWith("---", start) ? start + 3 : start;
    boolean lineStart = i == start;
    while (i < end) {
      char c = text.charAt(i);
      if (c == '#' || c == '%' && lineStart) {
        while (i < end && !isBreak(text.charAt(i))) {
          i++;
        }
      } else if (!Character.isWhitespace(c)) {
        return true;
      } else {
        lineStart = isBreak(c);
        i++;
      }
    }
    return false;
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }
}
