package dev.plimsoll.cel.functions;

import static dev.plimsoll.cel.functions.Arguments.integer;
import static dev.plimsoll.cel.functions.Arguments.text;

import dev.plimsoll.cel.EvaluationException;
import dev.plimsoll.cel.Overload;
import dev.plimsoll.cel.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Kubernetes' library of quantities. */
public final class Quantities {
  private Quantities() {}

  static List<Overload> overloads() {
    Type quantity = Quantity.TYPE;
    List<Type> one = List.of(quantity);
    List<Type> two = List.of(quantity, quantity);
    List<Type> withInt = List.of(quantity, Type.INT);
    List<Type> string = List.of(Type.STRING);
    return List.of(
        Overload.global(
                "quantity",
                "string_to_quantity",
                quantity,
                string,
                args -> Quantity.parse(text(args[0])))
            .costing(Costs.READ),
        Overload.global(
                "isQuantity",
                "is_quantity_string",
                Type.BOOL,
                string,
                args -> isQuantity(text(args[0])))
            .costing(Costs.READ),
        Overload.global(
            "sign", "quantity_sign", Type.INT, one, args -> (long) of(args[0]).signum()),
        Overload.member(
            "isGreaterThan",
            "quantity_is_greater_than",
            Type.BOOL,
            two,
            args -> of(args[0]).compareTo(of(args[1])) > 0),
        Overload.member(
            "isLessThan",
            "quantity_is_less_than",
            Type.BOOL,
            two,
            args -> of(args[0]).compareTo(of(args[1])) < 0),
        Overload.member(
            "compareTo",
            "quantity_compare_to",
            Type.INT,
            two,
            args -> (long) of(args[0]).compareTo(of(args[1]))),
        Overload.member(
            "asApproximateFloat",
            "quantity_get_float",
            Type.DOUBLE,
            one,
            args -> of(args[0]).approximate()),
        Overload.member(
            "asInteger", "quantity_get_int", Type.INT, one, args -> asInteger(of(args[0]))),
        Overload.member(
            "isInteger",
            "quantity_is_integer",
            Type.BOOL,
            one,
            args -> of(args[0]).asLong() != null),
        Overload.member(
            "add", "quantity_add", quantity, two, args -> of(args[0]).plus(of(args[1]))),
        Overload.member(
            "add",
            "quantity_add_int",
            quantity,
            withInt,
            args -> of(args[0]).plus(Quantity.of(integer(args[1])))),
        Overload.member(
            "sub", "quantity_sub", quantity, two, args -> of(args[0]).minus(of(args[1]))),
        Overload.member(
            "sub",
            "quantity_sub_int",
            quantity,
            withInt,
            args -> of(args[0]).minus(Quantity.of(integer(args[1])))));
  }

  private static Quantity of(@Nullable Object argument) {
    return Arguments.as(Quantity.class, argument);
  }

  private static boolean isQuantity(String text) {
    try {
      Quantity.parse(text);
      return true;
    } catch (EvaluationException wrong) {
      return false;
    }
  }

  private static long asInteger(Quantity quantity) {
    Long value = quantity.asLong();
    if (value == null) {
      throw new EvaluationException("cannot convert value to integer");
    }
    return value;
  }
}
