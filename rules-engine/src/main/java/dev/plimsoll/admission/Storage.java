package dev.plimsoll.admission;

import org.jspecify.annotations.Nullable;

/**
 * What storing an object and reading it back does to it: protobuf knows no empty lists, and reading
 * applies the defaults once more.
 */
final class Storage {
  private Storage() {}

  static void roundTrip(Struct object) {
    if (!object.type.name().startsWith("apiextensions/")
        && !object.type.name().startsWith("apiregistration/")) {
      dropEmpty(object);
    }
    Defaults.apply(object);
  }

  private static @Nullable Object dropEmpty(@Nullable Object value) {
    switch (value) {
      case Struct struct -> {
        for (int i = 0; i < struct.values.length; i++) {
          struct.values[i] = dropEmpty(struct.values[i]);
        }
      }
      case Items items -> {
        items.list.forEach(item -> dropEmpty(item.value()));
        return items.size() == 0 ? null : items;
      }
      case Entries entries -> {
        entries.map.values().forEach(entry -> dropEmpty(entry.value()));
        return entries.size() == 0 ? null : entries;
      }
      case null, default -> {}
    }
    return value;
  }
}
