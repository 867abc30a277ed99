package dev.plimsoll.linter.dockerfile.resource;

import dev.plimsoll.document.ListNode;
import dev.plimsoll.document.MapNode;
import dev.plimsoll.linter.dockerfile.Word;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of one map of a resource, each with the word it came from. */
final class Fields {

  private final MapNode.Builder map = new MapNode.Builder();

  /** Adds a field that comes from no one word: it is placed where its parent is. */
  Fields put(String name, @Nullable Object value) {
    map.put(name, value);
    return this;
  }

  Fields put(String name, @Nullable Object value, Word from) {
    return put(name, value, from.start(), from.end());
  }

  Fields put(String name, @Nullable Object value, int start, int end) {
    map.put(name, value, start, end, start, end);
    return this;
  }

  Fields put(String name, long value) {
    return put(name, Long.valueOf(value));
  }

  MapNode build() {
    return map.build();
  }

  static ListNode strings(List<Word> words) {
    return list(words, Word::text, word -> word);
  }

  static ListNode plain(Iterable<String> values) {
    var list = new ListNode.Builder();
    values.forEach(list::add);
    return list.build();
  }

  static <T> ListNode list(Iterable<T> items, Function<T, Object> value, Function<T, Word> place) {
    var list = new ListNode.Builder();
    for (var item : items) {
      var word = place.apply(item);
      list.add(value.apply(item), word.start(), word.end());
    }
    return list.build();
  }

  static ListNode none() {
    return new ListNode.Builder().build();
  }
}
