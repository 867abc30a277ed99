package dev.plimsoll.cel;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How Go's fmt prints values with {@code %v}, for the texts of errors. */
public final class GoText {
  private GoText() {}

  public static String of(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case Double number -> Text.of((double) number);
      case List<?> list -> of(list.iterator(), "[", "]");
      case Map<?, ?> map -> of(map.entrySet().stream().map(GoText::ofEntry).iterator(), "{", "}");
      default -> value.toString();
    };
  }

  private static String ofEntry(Map.Entry<?, ?> entry) {
    return of(entry.getKey()) + ": " + of(entry.getValue());
  }

  private static String of(Iterator<?> elements, String open, String close) {
    var text = new StringBuilder(open);
    while (elements.hasNext()) {
      text.append(of(elements.next())).append(elements.hasNext() ? ", " : "");
    }
    return text.append(close).toString();
  }
}
