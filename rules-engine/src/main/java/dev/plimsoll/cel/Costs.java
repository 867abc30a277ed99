package dev.plimsoll.cel;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The arithmetic of cel-go's cost tracker (interpreter/runtimecost.go). */
final class Costs {
  static final int LIST = 10;
  static final int MAP = 30;

  private static final double TRAVERSAL = 0.1;

  private Costs() {}

  /** Returns a value's size: code points, bytes or elements, and 1 for whatever has none. */
  static long size(@Nullable Object value) {
    return switch (value) {
      case String text -> Text.size(text);
      case Bytes bytes -> bytes.size();
      case List<?> list -> list.size();
      case Map<?, ?> map -> map.size();
      case OptionalValue optional when optional.present() -> size(optional.value());
      case OpaqueValue opaque -> opaque.costSize();
      case null, default -> 1;
    };
  }

  /** Returns what comparing the two costs. */
  static long equality(@Nullable Object a, @Nullable Object b) {
    return (long) Math.ceil(Math.min(size(a), size(b)) * TRAVERSAL);
  }
}
