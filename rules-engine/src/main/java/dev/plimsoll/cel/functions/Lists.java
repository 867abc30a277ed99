package dev.plimsoll.cel.functions;

import dev.plimsoll.cel.Equality;
import dev.plimsoll.cel.EvaluationException;
import dev.plimsoll.cel.Ordering;
import dev.plimsoll.cel.Overload;
import dev.plimsoll.cel.Type;
import dev.plimsoll.cel.UInt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Kubernetes' library of lists, version 0. */
public final class Lists {
  private Lists() {}

  /** A type of elements and its name in the overloads' ids. */
  private record Element(String name, Type type) {}

  private static final Map<Type, Object> ZEROS =
      Map.of(Type.INT, 0L, Type.UINT, new UInt(0), Type.DOUBLE, 0.0, Type.DURATION, Duration.ZERO);

  private static final List<Element> SUMMABLE =
      List.of(
          new Element("int", Type.INT),
          new Element("uint", Type.UINT),
          new Element("double", Type.DOUBLE),
          new Element("duration", Type.DURATION));

  private static final List<Element> COMPARABLE =
      List.of(
          new Element("int", Type.INT),
          new Element("uint", Type.UINT),
          new Element("double", Type.DOUBLE),
          new Element("bool", Type.BOOL),
          new Element("duration", Type.DURATION),
          new Element("timestamp", Type.TIMESTAMP),
          new Element("string", Type.STRING),
          new Element("bytes", Type.BYTES));

  static List<Overload> overloads() {
    List<Overload> overloads = new ArrayList<>();
    for (Element element : COMPARABLE) {
      overloads.add(
          of(
              "isSorted",
              "list_" + element.name + "_is_sorted_bool",
              Type.BOOL,
              element,
              args -> isSorted(Arguments.list(args[0]))));
      overloads.add(
          of(
              "max",
              "list_" + element.name + "_max_" + element.name,
              element.type,
              element,
              args -> extreme("max", -1, Arguments.list(args[0]))));
      overloads.add(
          of(
              "min",
              "list_" + element.name + "_min_" + element.name,
              element.type,
              element,
              args -> extreme("min", 1, Arguments.list(args[0]))));
    }
    for (Element element : SUMMABLE) {
      Object zero = ZEROS.get(element.type);
      overloads.add(
          of(
              "sum",
              "list_" + element.name + "_sum_" + element.name,
              element.type,
              element,
              args -> sum(zero, Arguments.list(args[0]))));
    }
    Type any = Type.parameter("A");
    List<Type> listAndElement = List.of(Type.list(any), any);
    overloads.add(
        Overload.member(
                "indexOf",
                "list_a_index_of_int",
                Type.INT,
                listAndElement,
                args -> indexOf(Arguments.list(args[0]), args[1]))
            .costing(Costs.TRAVERSE));
    overloads.add(
        Overload.member(
                "lastIndexOf",
                "list_a_last_index_of_int",
                Type.INT,
                listAndElement,
                args -> lastIndexOf(Arguments.list(args[0]), args[1]))
            .costing(Costs.TRAVERSE));
    return List.copyOf(overloads);
  }

  private static Overload of(
      String function, String id, Type result, Element element, Overload.Call call) {
    return Overload.member(function, id, result, List.of(Type.list(element.type)), call)
        .costing(Costs.TRAVERSE);
  }

  private static boolean isSorted(List<@Nullable Object> list) {
    Object previous = null;
    for (Object element : list) {
      comparable(element);
      if (previous != null && order(previous, element) > 0) {
        return false;
      }
      previous = element;
    }
    return true;
  }

  private static Object extreme(String function, int worse, List<@Nullable Object> list) {
    Object best = null;
    for (Object element : list) {
      Object candidate = comparable(element);
      if (best == null || order(best, candidate) == worse) {
        best = candidate;
      }
    }
    if (best == null) {
      throw new EvaluationException(function + " called on empty list");
    }
    return best;
  }

  private static Object comparable(@Nullable Object element) {
    if (element == null || !Ordering.isComparable(element)) {
      throw EvaluationException.NO_SUCH_OVERLOAD;
    }
    return element;
  }

  /** Compares; elements that have no order count as equal, as in Kubernetes. */
  private static int order(@Nullable Object a, @Nullable Object b) {
    try {
      return Ordering.compare(a, b);
    } catch (EvaluationException none) {
      return 0;
    }
  }

  private static @Nullable Object sum(@Nullable Object zero, List<@Nullable Object> list) {
    Object sum = zero;
    for (Object element : list) {
      sum = Arithmetic.add(new @Nullable Object[] {sum, element});
    }
    return sum;
  }

  private static long indexOf(List<@Nullable Object> list, @Nullable Object item) {
    for (int i = 0; i < list.size(); i++) {
      if (Equality.certainlyEqual(list.get(i), item)) {
        return i;
      }
    }
    return -1;
  }

  private static long lastIndexOf(List<@Nullable Object> list, @Nullable Object item) {
    for (int i = list.size() - 1; i >= 0; i--) {
      if (Equality.certainlyEqual(list.get(i), item)) {
        return i;
      }
    }
    return -1;
  }
}
