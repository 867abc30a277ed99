package dev.plimsoll.admission;

import dev.plimsoll.document.ListNode;
import dev.plimsoll.document.MapNode;
import dev.plimsoll.resources.FieldType;
import dev.plimsoll.resources.StructType.Field;
import org.jspecify.annotations.Nullable;

/** Writes typed objects as {@code encoding/json} does: what is empty vanishes, or stays. */
final class Encoder {
  private Encoder() {}

  static MapNode encode(Struct object) {
    var map = new MapNode.Builder();
    var fields = object.type.fields();
    for (int i = 0; i < fields.size(); i++) {
      var field = fields.get(i);
      var value = object.values[i];
      if (isWritten(field, value)) {
        int at = i * Struct.PLACES;
        map.put(
            field.name(),
            encode(value == null && !field.type().pointer() ? zero(field.type()) : value),
            object.places[at],
            object.places[at + 1],
            object.places[at + 2],
            object.places[at + 3]);
      }
    }
    return map.build();
  }

  private static boolean isWritten(Field field, @Nullable Object value) {
    if (field.omitZero() && isZero(value)) {
      return false;
    }
    if (!field.omitEmpty()) {
      return true;
    }
    if (field.type().pointer()) {
      return value != null;
    }
    return switch (field.type().form()) {
      case STRUCT, TIME, MICRO_TIME, DURATION, QUANTITY, INT_OR_STRING, ANY -> true;
      case STRING, BYTES -> value != null && !"".equals(value);
      case BOOL -> Boolean.TRUE.equals(value);
      case INT32, INT64 -> value instanceof Long number && number != 0;
      case FLOAT64 -> value instanceof Number number && number.doubleValue() != 0;
      case LIST -> value instanceof Items items && items.size() > 0;
      case MAP -> value instanceof Entries entries && entries.size() > 0;
    };
  }

  private static boolean isZero(@Nullable Object value) {
    return switch (value) {
      case null -> true;
      case Struct struct -> {
        for (var inner : struct.values) {
          if (!isZero(inner)) {
            yield false;
          }
        }
        yield true;
      }
      default -> false;
    };
  }

  /** Returns the JSON form of a type's zero value. */
  static @Nullable Object zero(FieldType type) {
    if (type.pointer()) {
      return null;
    }
    return switch (type.form()) {
      case STRING -> "";
      case BOOL -> false;
      case INT32, INT64, FLOAT64, INT_OR_STRING -> 0L;
      case DURATION -> "0s";
      case QUANTITY -> "0";
      case STRUCT -> new Struct(type.struct());
      case BYTES, TIME, MICRO_TIME, ANY, LIST, MAP -> null;
    };
  }

  private static @Nullable Object encode(@Nullable Object value) {
    return switch (value) {
      case Struct struct -> encode(struct);
      case Items items -> {
        var list = new ListNode.Builder();
        for (var item : items.list) {
          list.add(encode(item.value()), item.start(), item.end());
        }
        yield list.build();
      }
      case Entries entries -> {
        var map = new MapNode.Builder();
        for (var entry : entries.map.entrySet()) {
          var placed = entry.getValue();
          map.put(
              entry.getKey(),
              encode(placed.value()),
              placed.keyStart(),
              placed.keyEnd(),
              placed.start(),
              placed.end());
        }
        yield map.build();
      }
      case null -> null;
      default -> value;
    };
  }
}
