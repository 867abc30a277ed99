package dev.plimsoll.resources;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A type of objects of the Kubernetes API, with its fields in the API server's order. */
public final class StructType {
  private final String name;
  private final List<Field> fields;
  private final Map<String, Integer> index = new HashMap<>();

  /**
   * A field.
   *
   * @param omitEmpty whether an empty value is not written
   * @param omitZero whether a zero value, such as an unset time, is not written
   */
  public record Field(String name, FieldType type, boolean omitEmpty, boolean omitZero) {}

  StructType(String name, List<Field> fields) {
    this.name = name;
    this.fields = List.copyOf(fields);
    for (int i = 0; i < fields.size(); i++) {
      index.put(fields.get(i).name(), i);
    }
  }

  /** Returns the name with its group and version, such as {@code core/v1.Container}. */
  public String name() {
    return name;
  }

  /** Returns the name alone, such as {@code Container}. */
  public String simpleName() {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  public List<Field> fields() {
    return fields;
  }

  /** Returns the position of a field, or -1. */
  public int indexOf(String field) {
    return index.getOrDefault(field, -1);
  }
}
