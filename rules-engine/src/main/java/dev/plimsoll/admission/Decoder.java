package dev.plimsoll.admission;

import dev.plimsoll.cel.GoQuote;
import dev.plimsoll.document.FieldPath;
import dev.plimsoll.document.ListNode;
import dev.plimsoll.document.MapNode;
import dev.plimsoll.resources.FieldType;
import dev.plimsoll.resources.StructType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decodes objects into their types as {@code sigs.k8s.io/json} does: case sensitive, unknown fields
 * dropped, the first wrong type refused with its words.
 */
final class Decoder {
  private static final int MOST_PROBLEMS = 100;

  private final List<Object> path = new ArrayList<>();
  private final List<String> fields = new ArrayList<>();
  private final List<StrictProblem> problems = new ArrayList<>(0);
  private String struct = "";
  private Decoding.@Nullable Undecodable first;

  private Decoder() {}

  static Decoding decode(MapNode object, StructType type) {
    var decoder = new Decoder();
    Struct decoded;
    try {
      decoded = decoder.struct(object, type);
    } catch (ScalarException e) {
      return new Decoding.Undecodable(decoder.path(), e.text);
    }
    return decoder.first != null ? decoder.first : new Decoding.Decoded(decoded, decoder.problems);
  }

  private Struct struct(MapNode map, StructType type) {
    var object = new Struct(type);
    var outer = struct;
    for (int i = 0; i < map.size(); i++) {
      var key = map.keyAt(i);
      int index = type.indexOf(key);
      if (index < 0) {
        unknown(key);
        continue;
      }
      struct = type.simpleName();
      path.add(key);
      fields.add(key);
      var value = value(map.valueAt(i), type.fields().get(index).type());
      if (value != null || !(object.values[index] instanceof Struct)) {
        object.values[index] = value;
      }
      int at = index * Struct.PLACES;
      object.places[at] = map.keyStart(i);
      object.places[at + 1] = map.keyEnd(i);
      object.places[at + 2] = map.valueStart(i);
      object.places[at + 3] = map.valueEnd(i);
      fields.removeLast();
      path.removeLast();
    }
    struct = outer;
    return object;
  }

  private void unknown(String key) {
    if (problems.size() < MOST_PROBLEMS) {
      path.add(key);
      var text = new StringBuilder();
      for (var segment : path) {
        if (segment instanceof Integer) {
          text.append('[').append(segment).append(']');
        } else {
          text.append(text.isEmpty() ? "" : ".").append(segment);
        }
      }
      problems.add(new StrictProblem(path(), "unknown field " + GoQuote.quote(text.toString())));
      path.removeLast();
    }
  }

  private FieldPath path() {
    var result = FieldPath.ROOT;
    for (var segment : path) {
      result = new FieldPath(result, segment);
    }
    return result;
  }

  private @Nullable Object value(@Nullable Object value, FieldType type) {
    return switch (type.form()) {
      case ANY -> value;
      case STRUCT -> {
        if (value instanceof MapNode map) {
          yield struct(map, type.struct());
        }
        yield value == null ? null : wrong(value, type);
      }
      case LIST -> {
        if (value instanceof ListNode list) {
          yield items(list, type.element());
        }
        yield value == null ? null : wrong(value, type);
      }
      case MAP -> {
        if (value instanceof MapNode map) {
          yield entries(map, type.element());
        }
        yield value == null ? null : wrong(value, type);
      }
      case STRING -> value == null || value instanceof String ? value : wrong(value, type);
      case BOOL -> value == null || value instanceof Boolean ? value : wrong(value, type);
      case INT32, INT64 -> integer(value, type);
      case FLOAT64 ->
          value == null || value instanceof Long || value instanceof Double
              ? value
              : wrong(value, type);
      case BYTES -> {
        if (value instanceof String text) {
          yield Scalars.bytes(text);
        }
        yield value == null ? null : wrong(value, type);
      }
      case TIME -> Scalars.time(value);
      case MICRO_TIME -> Scalars.microTime(value);
      case DURATION -> Scalars.duration(value);
      case QUANTITY -> Scalars.quantity(value);
      case INT_OR_STRING -> Scalars.intOrString(value);
    };
  }

  private @Nullable Object integer(@Nullable Object value, FieldType type) {
    if (value == null) {
      return null;
    }
    boolean fits =
        value instanceof Long number
            && (type.form() == FieldType.Form.INT64 || number == number.intValue());
    if (fits) {
      return value;
    }
    return value instanceof Long || value instanceof Double
        ? wrong("number " + Scalars.number(value), type)
        : wrong(value, type);
  }

  private Items items(ListNode list, FieldType element) {
    var items = new Items();
    for (int i = 0; i < list.size(); i++) {
      path.add(i);
      var value = orZero(value(list.get(i), element), element);
      items.list.add(
          new Placed(value, MapNode.NOWHERE, MapNode.NOWHERE, list.itemStart(i), list.itemEnd(i)));
      path.removeLast();
    }
    return items;
  }

  private Entries entries(MapNode map, FieldType element) {
    var entries = new Entries();
    for (int i = 0; i < map.size(); i++) {
      path.add(map.keyAt(i));
      var value = orZero(value(map.valueAt(i), element), element);
      entries.map.put(
          map.keyAt(i),
          new Placed(value, map.keyStart(i), map.keyEnd(i), map.valueStart(i), map.valueEnd(i)));
      path.removeLast();
    }
    return entries;
  }

  private static @Nullable Object orZero(@Nullable Object value, FieldType type) {
    return value != null ? value : Encoder.zero(type);
  }

  private @Nullable Object wrong(Object value, FieldType type) {
    return wrong(
        switch (value) {
          case MapNode _ -> "object";
          case ListNode _ -> "array";
          case String _ -> "string";
          case Boolean _ -> "bool";
          default -> "number";
        },
        type);
  }

  private @Nullable Object wrong(String what, FieldType type) {
    if (first == null) {
      first =
          new Decoding.Undecodable(
              path(),
              "json: cannot unmarshal %s into Go struct field %s.%s of type %s"
                  .formatted(what, struct, String.join(".", fields), type.goName()));
    }
    return null;
  }
}
