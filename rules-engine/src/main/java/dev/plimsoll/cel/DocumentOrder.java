package dev.plimsoll.cel;

import dev.plimsoll.document.FieldPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The order of origins in their documents: by variable, the object first, then as the fields stand
 * there. What is missing comes after what exists.
 */
final class DocumentOrder implements Comparator<@Nullable Origin> {
  private final Activation activation;

  DocumentOrder(Activation activation) {
    this.activation = activation;
  }

  @Override
  public int compare(@Nullable Origin a, @Nullable Origin b) {
    if (a == null || b == null) {
      return Boolean.compare(a == null, b == null);
    }
    if (!a.variable().equals(b.variable())) {
      boolean first = a.variable().equals("object");
      boolean second = b.variable().equals("object");
      return first || second
          ? Boolean.compare(second, first)
          : a.variable().compareTo(b.variable());
    }
    return compare(
        activation.lookup(a.variable().intern()), segments(a.path()), segments(b.path()));
  }

  private static int compare(@Nullable Object root, List<Object> a, List<Object> b) {
    var node = root;
    int length = Math.min(a.size(), b.size());
    for (int i = 0; i < length; i++) {
      if (!a.get(i).equals(b.get(i))) {
        return Integer.compare(position(node, a.get(i)), position(node, b.get(i)));
      }
      node = inside(node, a.get(i));
    }
    return Integer.compare(a.size(), b.size());
  }

  private static @Nullable Object inside(@Nullable Object node, Object segment) {
    return switch (node) {
      case Map<?, ?> map -> map.get(segment);
      case List<?> list when segment instanceof Integer i && i < list.size() -> list.get(i);
      case null, default -> null;
    };
  }

  private static int position(@Nullable Object node, Object segment) {
    if (segment instanceof Integer index) {
      return index;
    }
    int position = 0;
    if (node instanceof Map<?, ?> map) {
      for (var key : map.keySet()) {
        if (segment.equals(key)) {
          return position;
        }
        position++;
      }
    }
    return Integer.MAX_VALUE;
  }

  private static List<Object> segments(FieldPath path) {
    var segments = new ArrayList<>();
    path.segments().forEach(segments::add);
    return segments;
  }
}
