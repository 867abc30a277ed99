package dev.plimsoll.admission;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A typed map while it is being admitted. */
final class Entries {
  final Map<String, Placed> map = new LinkedHashMap<>();

  @Nullable Object get(String key) {
    var placed = map.get(key);
    return placed == null ? null : placed.value();
  }

  boolean has(String key) {
    return map.containsKey(key);
  }

  /** Sets a value; one that takes the place of another keeps its place. */
  void put(String key, @Nullable Object value) {
    var earlier = map.get(key);
    map.put(key, earlier == null ? Placed.nowhere(value) : earlier.with(value));
  }

  int size() {
    return map.size();
  }

  /** Returns a copy whose entries are there because of others, and so stand in no text. */
  Entries copy() {
    var copy = new Entries();
    map.forEach((key, placed) -> copy.map.put(key, Placed.nowhere(Struct.copyOf(placed.value()))));
    return copy;
  }
}
