package dev.plimsoll.cel;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The types of values while an expression is evaluated, when type parameters are forgotten. */
public final class Types {
  private static final Type ANY_LIST = Type.opaque("list");
  private static final Type ANY_MAP = Type.opaque("map");
  private static final Type ANY_OPTIONAL = Type.opaque("optional_type");
  private static final Type ANY_TYPE = Type.opaque("type");

  private Types() {}

  /** Returns what {@code type(value)} is. */
  public static Type of(@Nullable Object value) {
    return switch (value) {
      case null -> Type.NULL;
      case Boolean _ -> Type.BOOL;
      case Long _ -> Type.INT;
      case UInt _ -> Type.UINT;
      case Double _ -> Type.DOUBLE;
      case String _ -> Type.STRING;
      case Bytes _ -> Type.BYTES;
      case Instant _ -> Type.TIMESTAMP;
      case Duration _ -> Type.DURATION;
      case OpaqueValue opaque -> opaque.type();
      case List<?> _ -> ANY_LIST;
      case Map<?, ?> _ -> ANY_MAP;
      case OptionalValue _ -> ANY_OPTIONAL;
      case Type _ -> ANY_TYPE;
      default -> throw new IllegalArgumentException("not a CEL value: " + value.getClass());
    };
  }

  public static String nameOf(@Nullable Object value) {
    return of(value).toString();
  }

  /** Returns the name of a type without its parameters. */
  public static String erasedName(Type type) {
    return switch (type) {
      case Type.ListOf _ -> "list";
      case Type.MapOf _ -> "map";
      case Type.OptionalOf _ -> "optional_type";
      case Type.TypeOf _ -> "type";
      case Type.Simple _, Type.Opaque _, Type.Parameter _, Type.Struct _ -> type.toString();
    };
  }

  /** Tells whether an overload with this parameter takes the value, judging as cel-go does. */
  static boolean takes(Type parameter, @Nullable Object value) {
    return switch (parameter) {
      case Type.Parameter _ -> true;
      case Type.Simple simple when simple == Type.DYN -> true;
      case Type.ListOf(var element) ->
          value instanceof List<?> list && (list.isEmpty() || takes(element, list.getFirst()));
      case Type.MapOf(var key, var element) ->
          value instanceof Map<?, ?> map
              && (map.isEmpty() || takesEntry(key, element, map.entrySet().iterator().next()));
      case Type.Simple _, Type.OptionalOf _, Type.TypeOf _, Type.Opaque _, Type.Struct _ ->
          erasedName(parameter).equals(nameOf(value));
    };
  }

  private static boolean takesEntry(Type key, Type element, Map.Entry<?, ?> entry) {
    return takes(key, entry.getKey()) && takes(element, entry.getValue());
  }

  /** Returns the Go type of a value inside a decoded object, as {@code %T} prints it. */
  static String plainGoTypeOf(@Nullable Object value) {
    return switch (value) {
      case null -> "<nil>";
      case List<?> _ -> "[]interface {}";
      case Map<?, ?> _ -> "map[string]interface {}";
      default -> goTypeOf(value);
    };
  }

  /** Returns the Go type that cel-go represents the value with, as {@code %T} prints it. */
  public static String goTypeOf(@Nullable Object value) {
    return switch (value) {
      case null -> "types.Null";
      case Boolean _ -> "types.Bool";
      case Long _ -> "types.Int";
      case UInt _ -> "types.Uint";
      case Double _ -> "types.Double";
      case String _ -> "types.String";
      case Bytes _ -> "types.Bytes";
      case Instant _ -> "types.Timestamp";
      case Duration _ -> "types.Duration";
      case OptionalValue _ -> "*types.Optional";
      case Type _ -> "*types.Type";
      case List<?> _ -> "*types.baseList";
      case Map<?, ?> _ -> "*types.baseMap";
      default -> nameOf(value);
    };
  }
}
