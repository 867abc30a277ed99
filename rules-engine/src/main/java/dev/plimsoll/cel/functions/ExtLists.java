package dev.plimsoll.cel.functions;

import static dev.plimsoll.cel.functions.Arguments.integer;
import static dev.plimsoll.cel.functions.Arguments.list;

import dev.plimsoll.cel.BudgetException;
import dev.plimsoll.cel.Bytes;
import dev.plimsoll.cel.EvaluationException;
import dev.plimsoll.cel.Ordering;
import dev.plimsoll.cel.Overload;
import dev.plimsoll.cel.Overload.Cost;
import dev.plimsoll.cel.Type;
import dev.plimsoll.cel.Types;
import dev.plimsoll.cel.UInt;
import java.time.Duration;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** cel-go's extension for lists, version 3. */
public final class ExtLists {
  private ExtLists() {}

  private static final List<Type> COMPARABLE =
      List.of(
          Type.INT,
          Type.UINT,
          Type.DOUBLE,
          Type.BOOL,
          Type.DURATION,
          Type.TIMESTAMP,
          Type.STRING,
          Type.BYTES);

  private static final Cost FLATTEN =
      (args, result) -> {
        Object depth = args.length == 2 ? args[1] : Long.valueOf(1);
        if (!(depth instanceof Long levels)) {
          throw internal("ref.Val is " + goTypeOf(depth) + ", not types.Int");
        }
        return Costs.allocatingList(levels, Costs.size(args[0]));
      };

  static List<Overload> overloads() {
    Type any = Type.list(Type.parameter("T"));
    Type dyn = Type.list(Type.DYN);
    List<Type> one = List.of(any);
    List<Overload> overloads = new ArrayList<>();
    overloads.add(
        Overload.member(
                "slice",
                "list_slice",
                any,
                List.of(any, Type.INT, Type.INT),
                args -> slice(list(args[0]), integer(args[1]), integer(args[2])))
            .costing(Costs.OUTPUT));
    overloads.add(
        Overload.member(
                "flatten",
                "list_flatten",
                any,
                List.of(Type.list(any)),
                args -> flatten(args[0], 1L, ""))
            .costing(FLATTEN)
            .unguarded());
    overloads.add(
        Overload.member(
                "flatten",
                "list_flatten_int",
                dyn,
                List.of(dyn, Type.INT),
                args -> flatten(args[0], args[1], typeOf(args[1])))
            .costing(FLATTEN)
            .unguarded());
    for (Type element : COMPARABLE) {
      overloads.add(
          Overload.member(
                  "sort",
                  "list_" + element + "_sort",
                  Type.list(element),
                  List.of(Type.list(element)),
                  args -> sort("sort", args[0], args[0]))
              .costing(selfCompare(0))
              .unguarded());
    }
    for (Type key : COMPARABLE) {
      overloads.add(
          Overload.member(
                  "@sortByAssociatedKeys",
                  "list_" + key + "_sortByAssociatedKeys",
                  any,
                  List.of(any, Type.list(key)),
                  args -> sort("@sortByAssociatedKeys", args[0], args[1]))
              .costing(selfCompare(1))
              .unguarded());
    }
    overloads.add(
        Overload.global(
                "lists.range",
                "lists_range",
                Type.list(Type.INT),
                List.of(Type.INT),
                args -> range(integer(args[0])))
            .costing(Costs.OUTPUT));
    overloads.add(
        Overload.member("reverse", "list_reverse", any, one, args -> list(args[0]).reversed())
            .costing(Costs.OUTPUT));
    overloads.add(
        Overload.member("distinct", "list_distinct", any, one, args -> distinct(list(args[0])))
            .costing((args, result) -> compared(args[0])));
    return List.copyOf(overloads);
  }

  /** Every element of an argument is compared with every other; unresolved that costs nothing. */
  private static Cost selfCompare(int argument) {
    return Cost.of((args, result) -> compared(args[argument]), Cost.ONE);
  }

  private static long compared(@Nullable Object argument) {
    if (!(argument instanceof List<?> list)) {
      boolean addable =
          argument instanceof Number
              || argument instanceof UInt
              || argument instanceof String
              || argument instanceof Bytes
              || argument instanceof Duration
              || argument instanceof Instant;
      String missing = addable ? "Contains" : "Add";
      throw internal(goTypeOf(argument) + " is not traits.Lister: missing method " + missing);
    }
    long size = list.size();
    Object first = size > 0 ? list.getFirst() : null;
    boolean text = first instanceof String || first instanceof Bytes;
    return Costs.allocatingList(text ? 2 + Costs.TRAVERSAL : 2, size * size);
  }

  /** Kubernetes itself stumbles when it counts what such a call cost. */
  private static BudgetException internal(String what) {
    return new BudgetException("internal error: interface conversion: " + what);
  }

  private static String goTypeOf(@Nullable Object value) {
    return value instanceof EvaluationException ? "*types.Err" : Types.goTypeOf(value);
  }

  private static List<@Nullable Object> slice(List<@Nullable Object> list, long from, long to) {
    String call = "cannot slice(" + from + ", " + to + "), ";
    if (from < 0 || to < 0) {
      throw new EvaluationException(call + "negative indexes not supported");
    }
    if (from > to) {
      throw new EvaluationException(call + "start index must be less than or equal to end index");
    }
    if (list.size() < to) {
      throw new EvaluationException(call + "list is length " + list.size());
    }
    return list.subList((int) from, (int) to);
  }

  private static String typeOf(@Nullable Object value) {
    String name = Types.nameOf(value);
    return switch (name) {
      case "map" -> "map(dyn, dyn)";
      case "list" -> "list(dyn)";
      default -> name;
    };
  }

  private static Object flatten(@Nullable Object list, @Nullable Object depth, String depthType) {
    if (!(list instanceof List<?>) || !(depth instanceof Long levels)) {
      throw new EvaluationException(
          "no such overload: " + typeOf(list) + ".flatten(" + depthType + ")");
    }
    if (levels < 0) {
      throw new EvaluationException("level must be non-negative");
    }
    List<@Nullable Object> flat = new ArrayList<>();
    flatten(Arguments.list(list), levels, flat);
    return flat;
  }

  private static void flatten(
      List<@Nullable Object> list, long depth, List<@Nullable Object> flat) {
    for (Object element : list) {
      if (depth > 0 && element instanceof List<?>) {
        flatten(Arguments.list(element), depth - 1, flat);
      } else {
        flat.add(element);
      }
    }
  }

  private static Object sort(
      String function, @Nullable Object argument, @Nullable Object associated) {
    if (!(argument instanceof List<?>)) {
      throw new EvaluationException("no such overload: " + function);
    }
    List<@Nullable Object> list = list(argument);
    List<@Nullable Object> keys = list(associated);
    if (list.size() != keys.size()) {
      throw new EvaluationException(
          "@sortByAssociatedKeys() expected a list of the same size as the associated keys list,"
              + (" but got " + list.size() + " and " + keys.size() + " elements respectively"));
    }
    if (list.isEmpty()) {
      return list;
    }
    if (!Ordering.isComparable(keys.getFirst())) {
      throw new EvaluationException("list elements must be comparable");
    }
    Class<?> type = keys.getFirst().getClass();
    if (keys.stream().anyMatch(key -> key == null || key.getClass() != type)) {
      throw new EvaluationException("list elements must have the same type");
    }
    return Arrays.stream(GoSort.order(keys)).mapToObj(list::get).toList();
  }

  /** Returns the numbers from 0 on; they are made when asked for, however many there are. */
  private static List<Long> range(long size) {
    return new AbstractList<>() {
      @Override
      public Long get(int index) {
        return (long) Objects.checkIndex(index, size());
      }

      @Override
      public int size() {
        return Math.clamp(size, 0, Integer.MAX_VALUE);
      }
    };
  }

  private static List<@Nullable Object> distinct(List<@Nullable Object> list) {
    List<@Nullable Object> distinct = new ArrayList<>();
    for (Object element : list) {
      if (!Membership.contains(distinct, element)) {
        distinct.add(element);
      }
    }
    return distinct;
  }
}
