package dev.plimsoll.cel.functions;

import static dev.plimsoll.cel.Type.BOOL;

import dev.plimsoll.cel.Ordering;
import dev.plimsoll.cel.Overload;
import dev.plimsoll.cel.Overload.Cost;
import dev.plimsoll.cel.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The operators of order: {@code < <= > >=}. */
final class Comparisons {
  private static final List<List<Type>> PAIRS =
      List.of(
          List.of(Type.BOOL, Type.BOOL),
          List.of(Type.INT, Type.INT),
          List.of(Type.INT, Type.DOUBLE),
          List.of(Type.INT, Type.UINT),
          List.of(Type.UINT, Type.UINT),
          List.of(Type.UINT, Type.DOUBLE),
          List.of(Type.UINT, Type.INT),
          List.of(Type.DOUBLE, Type.DOUBLE),
          List.of(Type.DOUBLE, Type.INT),
          List.of(Type.DOUBLE, Type.UINT),
          List.of(Type.STRING, Type.STRING),
          List.of(Type.BYTES, Type.BYTES),
          List.of(Type.TIMESTAMP, Type.TIMESTAMP),
          List.of(Type.DURATION, Type.DURATION));

  private static final Cost SHORTER =
      Cost.of(
          (args, result) ->
              Costs.ceil(Math.min(Costs.size(args[0]), Costs.size(args[1])) * Costs.TRAVERSAL),
          Cost.ONE);

  private Comparisons() {}

  static List<Overload> overloads() {
    var all = new ArrayList<Overload>();
    declare(all, "_<_", "less", order -> order < 0);
    declare(all, "_<=_", "less_equals", order -> order <= 0);
    declare(all, "_>_", "greater", order -> order > 0);
    declare(all, "_>=_", "greater_equals", order -> order >= 0);
    return all;
  }

  private static void declare(
      List<Overload> all, String operator, String prefix, IntPredicate holds) {
    Overload.Call call = args -> holds.test(compare(operator, args));
    for (var pair : PAIRS) {
      var first = idOf(pair.get(0));
      var second = idOf(pair.get(1));
      var id = prefix + "_" + first + (first.equals(second) ? "" : "_" + second);
      boolean sized = first.equals("string") || first.equals("bytes");
      var overload = Overload.global(operator, id, BOOL, pair, call).unguarded();
      all.add(sized ? overload.costing(SHORTER) : overload);
    }
  }

  private static int compare(String operator, @Nullable Object[] args) {
    if (!Ordering.isComparable(args[0])) {
      throw Arithmetic.unfit(operator, args[0], false);
    }
    return Ordering.compare(args[0], args[1]);
  }

  private static String idOf(Type type) {
    return switch (type) {
      case Type.Simple simple ->
          switch (simple) {
            case INT -> "int64";
            case UINT -> "uint64";
            case TIMESTAMP -> "timestamp";
            case DURATION -> "duration";
            case BOOL, DOUBLE, STRING, BYTES, NULL, DYN -> simple.toString();
          };
      case Type.ListOf _,
          Type.MapOf _,
          Type.OptionalOf _,
          Type.TypeOf _,
          Type.Opaque _,
          Type.Parameter _,
          Type.Struct _ ->
          throw new IllegalArgumentException("no order: " + type);
    };
  }
}
