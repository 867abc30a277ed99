package dev.plimsoll.admission;

import dev.plimsoll.document.MapNode;
import org.jspecify.annotations.Nullable;

/** An entry of a map or an item of a list with its offsets in the text. */
record Placed(@Nullable Object value, int keyStart, int keyEnd, int start, int end) {

  /** Returns a value that stands in no text. */
  static Placed nowhere(@Nullable Object value) {
    return new Placed(value, MapNode.NOWHERE, MapNode.NOWHERE, MapNode.NOWHERE, MapNode.NOWHERE);
  }

  /** Returns another value that comes from the same place. */
  Placed with(@Nullable Object other) {
    return new Placed(other, keyStart, keyEnd, start, end);
  }
}
