package dev.plimsoll.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parsed part of a file: a tree of values in which every node knows its place.
 *
 * @param root {@link MapNode}, {@link ListNode}, {@link String}, {@link Long}, {@link Double},
 *     {@link Boolean} or null (an empty document)
 * @param start offset of the root's first character
 * @param end offset just after the document's last character
 * @param comments the comments in and just above the document, in file order
 * @param problems what is wrong with it; one that can't be read has no root
 */
public record Document(
    Source source,
    @Nullable Object root,
    int start,
    int end,
    List<Comment> comments,
    List<Problem> problems) {

  public Document {
    comments = List.copyOf(comments);
    problems = List.copyOf(problems);
  }

  /**
   * A comment.
   *
   * @param text what follows the {@code #}
   * @param alone whether nothing but blanks stands before it on its line
   */
  public record Comment(int line, int column, String text, boolean alone) {}

  /** Returns the place of a field, or of its nearest parent that stands in the file. */
  public Span place(FieldPath path) {
    Object node = root;
    int start = rootStart();
    int end = rootEnd();
    for (var segment : path.segments()) {
      if (node instanceof MapNode map && segment instanceof String key) {
        int i = map.indexOf(key);
        if (i < 0) {
          break;
        }
        node = map.valueAt(i);
        if (map.keyStart(i) == MapNode.NOWHERE) {
          continue;
        }
        boolean container = node instanceof MapNode || node instanceof ListNode;
        boolean nothing = node == null && map.valueStart(i) == map.valueEnd(i);
        start = container || nothing ? map.keyStart(i) : map.valueStart(i);
        end = container || nothing ? map.keyEnd(i) : map.valueEnd(i);
      } else if (node instanceof ListNode list && segment instanceof Integer index) {
        if (index >= list.size() || list.itemStart(index) == MapNode.NOWHERE) {
          break;
        }
        node = list.get(index);
        start = list.itemStart(index);
        end = endOfLine(start, list.itemEnd(index));
      } else {
        break;
      }
    }
    return source.span(start, end);
  }

  private int rootStart() {
    return root instanceof MapNode map && map.size() > 0 ? map.keyStart(0) : start;
  }

  private int rootEnd() {
    return root instanceof MapNode map && map.size() > 0 ? map.keyEnd(0) : endOfLine(start, end);
  }

  /** Keeps a place within its first line: what is marked in a report is a word, not a block. */
  private int endOfLine(int start, int end) {
    int lineEnd = start;
    while (lineEnd < end && source.text().charAt(lineEnd) != '\n') {
      lineEnd++;
    }
    while (lineEnd > start && Character.isWhitespace(source.text().charAt(lineEnd - 1))) {
      lineEnd--;
    }
    return lineEnd;
  }
}
