package dev.plimsoll.cel.functions;

import static dev.plimsoll.cel.Type.BOOL;
import static dev.plimsoll.cel.Type.BYTES;
import static dev.plimsoll.cel.Type.INT;
import static dev.plimsoll.cel.Type.STRING;

import dev.plimsoll.cel.Bytes;
import dev.plimsoll.cel.Equality;
import dev.plimsoll.cel.EvaluationException;
import dev.plimsoll.cel.Overload;
import dev.plimsoll.cel.Overload.Cost;
import dev.plimsoll.cel.Text;
import dev.plimsoll.cel.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What lists and maps have in common: {@code in} and {@code size}; and the making of maps. */
final class Containers {
  private static final Type A = Type.parameter("A");
  private static final Type B = Type.parameter("B");
  private static final Type LIST = Type.list(A);
  private static final Type MAP = Type.map(A, B);

  private Containers() {}

  static List<Overload> overloads() {
    return List.of(
        Overload.global("@in", "in_list", BOOL, List.of(A, LIST), Containers::in)
            .unguarded()
            .costing(Cost.of((args, result) -> Costs.size(args[1]), Cost.ONE)),
        Overload.global("@in", "in_map", BOOL, List.of(A, MAP), Containers::in).unguarded(),
        size("size_bytes", BYTES),
        size("size_list", LIST),
        size("size_map", MAP),
        size("size_string", STRING),
        sizeOf("bytes_size", BYTES),
        sizeOf("list_size", LIST),
        sizeOf("map_size", MAP),
        sizeOf("string_size", STRING));
  }

  /** Declares what only the macros of two-variable comprehensions call. */
  static List<Overload> insertions() {
    return List.of(
        Overload.global(
            "cel.@mapInsert",
            "@mapInsert_map_key_value",
            MAP,
            List.of(MAP, A, B),
            args -> insert(args[0], args[1], args[2])),
        Overload.global(
            "cel.@mapInsert",
            "@mapInsert_map_map",
            MAP,
            List.of(MAP, MAP),
            args -> insertAll(args[0], args[1])));
  }

  private static Overload size(String id, Type type) {
    return Overload.global("size", id, INT, List.of(type), Containers::size).unguarded();
  }

  private static Overload sizeOf(String id, Type type) {
    return Overload.member("size", id, INT, List.of(type), Containers::size).unguarded();
  }

  private static Object size(@Nullable Object[] args) {
    return switch (args[0]) {
      case String text -> (long) Text.size(text);
      case List<?> list -> (long) list.size();
      case Map<?, ?> map -> (long) map.size();
      case Bytes bytes -> (long) bytes.size();
      case null, default -> throw Arithmetic.unfit("size", args[0], false);
    };
  }

  private static Object in(@Nullable Object[] args) {
    return switch (args[1]) {
      case List<?> list -> contains(list, args[0]);
      case Map<?, ?> map -> {
        var key = Equality.keyIn(map, args[0]);
        yield key != null && map.containsKey(key);
      }
      case null, default -> throw EvaluationException.NO_SUCH_OVERLOAD;
    };
  }

  private static boolean contains(List<?> list, @Nullable Object wanted) {
    for (var element : list) {
      if (Equality.certainlyEqual(wanted, element)) {
        return true;
      }
    }
    return false;
  }

  private static Object insert(
      @Nullable Object into, @Nullable Object key, @Nullable Object value) {
    var map = copy(into);
    insert(map, key, value);
    return map;
  }

  private static Object insertAll(@Nullable Object into, @Nullable Object entries) {
    var map = copy(into);
    if (!(entries instanceof Map<?, ?> more)) {
      throw EvaluationException.NO_SUCH_OVERLOAD;
    }
    more.forEach((key, value) -> insert(map, key, value));
    return map;
  }

  private static void insert(
      Map<@Nullable Object, @Nullable Object> map, @Nullable Object key, @Nullable Object value) {
    var known = Equality.keyIn(map, key);
    if (known != null && map.containsKey(known)) {
      throw new EvaluationException(
          "insert failed: key " + dev.plimsoll.cel.GoText.of(key) + " already exists");
    }
    map.put(key, value);
  }

  private static Map<@Nullable Object, @Nullable Object> copy(@Nullable Object map) {
    if (!(map instanceof Map<?, ?> original)) {
      throw EvaluationException.NO_SUCH_OVERLOAD;
    }
    return new LinkedHashMap<>(original);
  }
}
