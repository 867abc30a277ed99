package dev.plimsoll.cel.functions;

import static dev.plimsoll.cel.functions.Arguments.list;

import dev.plimsoll.cel.Overload;
import dev.plimsoll.cel.Overload.Cost;
import dev.plimsoll.cel.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** cel-go's extension that takes lists for sets. */
public final class ExtSets {
  private ExtSets() {}

  static List<Overload> overloads() {
    Type list = Type.list(Type.parameter("T"));
    List<Type> two = List.of(list, list);
    return List.of(
        Overload.global(
                "sets.contains",
                "list_sets_contains_list",
                Type.BOOL,
                two,
                args -> containsAll(list(args[0]), list(args[1])))
            .costing(comparisons(1)),
        Overload.global(
                "sets.equivalent",
                "list_sets_equivalent_list",
                Type.BOOL,
                two,
                args ->
                    containsAll(list(args[0]), list(args[1]))
                        && containsAll(list(args[1]), list(args[0])))
            .costing(comparisons(2)),
        Overload.global(
                "sets.intersects",
                "list_sets_intersects_list",
                Type.BOOL,
                two,
                args -> intersects(list(args[0]), list(args[1])))
            .costing(comparisons(1)));
  }

  private static Cost comparisons(long times) {
    return (args, result) -> 1 + Costs.size(args[0]) * Costs.size(args[1]) * times;
  }

  private static boolean containsAll(List<@Nullable Object> list, List<@Nullable Object> elements) {
    for (Object element : elements) {
      if (!Membership.contains(list, element)) {
        return false;
      }
    }
    return true;
  }

  private static boolean intersects(List<@Nullable Object> a, List<@Nullable Object> b) {
    for (Object element : a) {
      if (Membership.contains(b, element)) {
        return true;
      }
    }
    return false;
  }
}
