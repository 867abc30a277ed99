package dev.plimsoll.document;

import java.util.ArrayDeque;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a value stands in a tree: a chain of field names and list indexes.
 *
 * @param parent the path of the enclosing map or list; null for the root alone
 * @param segment a {@link String} field name or an {@link Integer} index from 0; null for the root
 */
public record FieldPath(@Nullable FieldPath parent, @Nullable Object segment) {

  public static final FieldPath ROOT = new FieldPath(null, null);

  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  public FieldPath field(String name) {
    return new FieldPath(this, name);
  }

  public FieldPath item(int index) {
    return new FieldPath(this, index);
  }

  /** Returns the segments from the root down. */
  public Iterable<Object> segments() {
    var segments = new ArrayDeque<Object>();
    for (var path = this; path != null && path.segment != null; path = path.parent) {
      segments.addFirst(path.segment);
    }
    return segments;
  }

  /** Returns the path as users read it: {@code spec.containers[0].image}, {@code data["a.b"]}. */
  @Override
  public String toString() {
    var text = new StringBuilder();
    for (var segment : segments()) {
      if (segment instanceof Integer index) {
        text.append('[').append(index.intValue()).append(']');
      } else if (IDENTIFIER.matcher(segment.toString()).matches()) {
        text.append(text.isEmpty() ? "" : ".").append(segment);
      } else {
        var quoted = segment.toString().replace("\\", "\\\\").replace("\"", "\\\"");
        text.append("[\"").append(quoted).append("\"]");
      }
    }
    return text.toString();
  }
}
