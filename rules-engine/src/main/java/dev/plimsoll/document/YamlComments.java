package dev.plimsoll.document;

import java.util.ArrayList;
import java.util.List;

/** Finds the comments of a YAML text, given where its scalars stand. */
final class YamlComments {

  private YamlComments() {}

  /**
   * Returns the comments between two offsets.
   *
   * @param scalars pairs of start and end offsets of the scalars, in file order
   * @param count how many of these numbers count
   */
  static List<Document.Comment> between(Source source, int from, int to, int[] scalars, int count) {
    String text = source.text();
    int at = text.indexOf('#', from);
    if (at < 0 || at >= to) {
      return List.of();
    }
    var comments = new ArrayList<Document.Comment>();
    int scalar = 0;
    while (at >= 0 && at < to) {
      while (scalar < count && scalars[scalar + 1] <= at) {
        scalar += 2;
      }
      boolean inside = scalar < count && scalars[scalar] <= at;
      if (inside && !inBlockHeader(text, scalars[scalar], at)) {
        at = text.indexOf('#', scalars[scalar + 1]);
      } else if (at > from && !Character.isWhitespace(text.charAt(at - 1))) {
        at = text.indexOf('#', at + 1);
      } else {
        int end = at;
        while (end < to && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
          end++;
        }
        comments.add(comment(source, at, end));
        at = text.indexOf('#', end);
      }
    }
    return comments;
  }

  /** Tells whether an offset is on the first line of a {@code |} or {@code >} text. */
  private static boolean inBlockHeader(String text, int start, int at) {
    char style = text.charAt(start);
    if (style != '|' && style != '>') {
      return false;
    }
    for (int i = start; i < at; i++) {
      if (text.charAt(i) == '\n' || text.charAt(i) == '\r') {
        return false;
      }
    }
    return true;
  }

  private static Document.Comment comment(Source source, int start, int end) {
    var span = source.span(start, end);
    int i = start - 1;
    while (i >= 0 && (source.text().charAt(i) == ' ' || source.text().charAt(i) == '\t')) {
      i--;
    }
    boolean alone = i < 0 || source.text().charAt(i) == '\n' || source.text().charAt(i) == '\r';
    return new Document.Comment(
        span.line(), span.column(), source.text().substring(start + 1, end), alone);
  }
}
