package dev.plimsoll.cel.functions;

import dev.plimsoll.cel.Equality;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a list has a value. */
final class Membership {
  private Membership() {}

  static boolean contains(List<@Nullable Object> list, @Nullable Object value) {
    for (int i = 0; i < list.size(); i++) {
      if (Equality.certainlyEqual(value, list.get(i))) {
        return true;
      }
    }
    return false;
  }
}
