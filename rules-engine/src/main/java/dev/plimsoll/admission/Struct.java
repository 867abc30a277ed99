package dev.plimsoll.admission;

import dev.plimsoll.document.MapNode;
import dev.plimsoll.resources.FieldType;
import dev.plimsoll.resources.StructType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A typed object while it is being admitted: a Go struct. A field is null if its Go value is nil or
 * zero; else it is a {@link Struct}, {@link Items}, {@link Entries} or a scalar in its JSON form. A
 * struct field that is no pointer is never null.
 */
final class Struct {
  static final int PLACES = 4;

  final StructType type;
  final @Nullable Object[] values;
  final int[] places;

  Struct(StructType type) {
    this.type = type;
    this.values = new Object[type.fields().size()];
    this.places = new int[values.length * PLACES];
    Arrays.fill(places, MapNode.NOWHERE);
    for (int i = 0; i < values.length; i++) {
      var field = type.fields().get(i).type();
      if (field.form() == FieldType.Form.STRUCT && !field.pointer()) {
        values[i] = new Struct(field.struct());
      }
    }
  }

  private Struct(Struct other) {
    type = other.type;
    values = new Object[other.values.length];
    places = other.places.clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = copyOf(other.values[i]);
    }
  }

  static @Nullable Object copyOf(@Nullable Object value) {
    return switch (value) {
      case Struct struct -> new Struct(struct);
      case Items items -> items.copy();
      case Entries entries -> entries.copy();
      case null -> null;
      default -> value;
    };
  }

  private int index(String field) {
    return type.indexOf(field);
  }

  boolean knows(String field) {
    return index(field) >= 0;
  }

  @Nullable Object get(String field) {
    int i = index(field);
    return i < 0 ? null : values[i];
  }

  boolean has(String field) {
    return get(field) != null;
  }

  /** Returns a text, empty if there is none. */
  String text(String field) {
    return get(field) instanceof String text ? text : "";
  }

  long number(String field) {
    return get(field) instanceof Long number ? number : 0;
  }

  boolean isTrue(String field) {
    return Boolean.TRUE.equals(get(field));
  }

  @Nullable Struct struct(String field) {
    return get(field) instanceof Struct struct ? struct : null;
  }

  /** Returns the objects of a list field; none if it is nil. */
  List<Struct> structs(String field) {
    return get(field) instanceof Items items ? items.structs() : List.of();
  }

  @Nullable Items items(String field) {
    return get(field) instanceof Items items ? items : null;
  }

  @Nullable Entries entries(String field) {
    return get(field) instanceof Entries entries ? entries : null;
  }

  /** Sets a field that the type has; others are left alone, since older types may lack them. */
  void set(String field, @Nullable Object value) {
    int i = index(field);
    if (i >= 0) {
      values[i] = value;
    }
  }

  /** Sets a field to what stands in no text. */
  void replace(String field, @Nullable Object value) {
    int i = index(field);
    if (i >= 0) {
      values[i] = value;
      Arrays.fill(places, i * PLACES, i * PLACES + PLACES, MapNode.NOWHERE);
    }
  }

  /** Sets a field that is nil, zero or an empty text. */
  void setDefault(String field, Object value) {
    int i = index(field);
    if (i >= 0 && isUnset(i)) {
      values[i] = value;
    }
  }

  private boolean isUnset(int i) {
    var value = values[i];
    boolean pointer = type.fields().get(i).type().pointer();
    return value == null || !pointer && ("".equals(value) || Long.valueOf(0).equals(value));
  }

  /** Returns an object field, made empty if it was nil. */
  Struct make(String field) {
    int i = index(field);
    if (values[i] instanceof Struct struct) {
      return struct;
    }
    var made = new Struct(type.fields().get(i).type().struct());
    values[i] = made;
    return made;
  }

  Entries makeEntries(String field) {
    int i = index(field);
    if (values[i] instanceof Entries entries) {
      return entries;
    }
    var made = new Entries();
    values[i] = made;
    return made;
  }

  Items makeItems(String field) {
    int i = index(field);
    if (values[i] instanceof Items items) {
      return items;
    }
    var made = new Items();
    values[i] = made;
    return made;
  }

  /** Adds an empty object to a list field. */
  Struct append(String field) {
    var made = new Struct(type.fields().get(index(field)).type().element().struct());
    makeItems(field).add(made);
    return made;
  }

  /** Empties an object field. */
  void clear(String field) {
    int i = index(field);
    if (i >= 0) {
      var fieldType = type.fields().get(i).type();
      boolean struct = fieldType.form() == FieldType.Form.STRUCT && !fieldType.pointer();
      replace(field, struct ? new Struct(fieldType.struct()) : null);
    }
  }
}
