package dev.plimsoll.admission;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A typed list while it is being admitted. */
final class Items {
  final List<Placed> list = new ArrayList<>();

  static Items of(Object... values) {
    var items = new Items();
    for (var value : values) {
      items.add(value);
    }
    return items;
  }

  void add(@Nullable Object value) {
    list.add(Placed.nowhere(value));
  }

  int size() {
    return list.size();
  }

  @Nullable Object get(int i) {
    return list.get(i).value();
  }

  /** Returns the items that are objects. */
  List<Struct> structs() {
    var structs = new ArrayList<Struct>(list.size());
    for (var item : list) {
      if (item.value() instanceof Struct struct) {
        structs.add(struct);
      }
    }
    return structs;
  }

  Items copy() {
    var copy = new Items();
    for (var item : list) {
      copy.list.add(item.with(Struct.copyOf(item.value())));
    }
    return copy;
  }
}
