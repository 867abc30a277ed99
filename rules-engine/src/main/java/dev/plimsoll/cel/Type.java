package dev.plimsoll.cel;

import java.util.List;
import java.util.Map;

/** A CEL type. Its text is CEL's own name for it, such as {@code list(string)}. */
public sealed interface Type {

  /** A type without parameters. */
  enum Simple implements Type {
    BOOL("bool"),
    INT("int"),
    UINT("uint"),
    DOUBLE("double"),
    STRING("string"),
    BYTES("bytes"),
    NULL("null_type"),
    DYN("dyn"),
    TIMESTAMP("google.protobuf.Timestamp"),
    DURATION("google.protobuf.Duration");

    private final String text;

    Simple(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** A list. */
  record ListOf(Type element) implements Type {
    @Override
    public String toString() {
      return "list(" + element + ")";
    }
  }

  /** A map. */
  record MapOf(Type key, Type value) implements Type {
    @Override
    public String toString() {
      return "map(" + key + ", " + value + ")";
    }
  }

  /** A value that may be absent. */
  record OptionalOf(Type value) implements Type {
    @Override
    public String toString() {
      return "optional_type(" + value + ")";
    }
  }

  /** The type of a type. */
  record TypeOf(Type type) implements Type {
    @Override
    public String toString() {
      return "type(" + type + ")";
    }
  }

  /** A type that only functions look into, such as {@code kubernetes.Quantity}. */
  record Opaque(String name) implements Type {
    @Override
    public String toString() {
      return name;
    }
  }

  /** A type parameter of a function, such as the {@code T} of {@code list(T)}. */
  record Parameter(String name) implements Type {
    @Override
    public String toString() {
      return name;
    }
  }

  /** An object whose fields are known when an expression is checked; its value is a map. */
  record Struct(String name, Map<String, Type> fields) implements Type {
    @Override
    public String toString() {
      return name;
    }
  }

  Simple BOOL = Simple.BOOL;
  Simple INT = Simple.INT;
  Simple UINT = Simple.UINT;
  Simple DOUBLE = Simple.DOUBLE;
  Simple STRING = Simple.STRING;
  Simple BYTES = Simple.BYTES;
  Simple NULL = Simple.NULL;
  Simple DYN = Simple.DYN;
  Simple TIMESTAMP = Simple.TIMESTAMP;
  Simple DURATION = Simple.DURATION;

  static Type list(Type element) {
    return new ListOf(element);
  }

  static Type map(Type key, Type value) {
    return new MapOf(key, value);
  }

  static Type optional(Type value) {
    return new OptionalOf(value);
  }

  static Type opaque(String name) {
    return new Opaque(name);
  }

  static Type parameter(String name) {
    return new Parameter(name);
  }

  /** Names of all the simple types, for those who read types from text. */
  static List<Simple> simple() {
    return List.of(Simple.values());
  }
}
