package dev.plimsoll.cel.functions;

import static dev.plimsoll.cel.functions.Arguments.text;

import dev.plimsoll.cel.EvaluationException;
import dev.plimsoll.cel.Overload;
import dev.plimsoll.cel.Overload.Cost;
import dev.plimsoll.cel.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Kubernetes' library of networks. */
public final class Cidrs {
  private Cidrs() {}

  private static final Cost CONTAINS_IP =
      (args, result) -> Costs.ceil(2 * Costs.size(args[0]) * Costs.TRAVERSAL);
  private static final Cost CONTAINS_CIDR =
      (args, result) ->
          CONTAINS_IP.of(args, result) + Costs.ceil(Costs.size(args[0]) * Costs.TRAVERSAL) + 1;

  static List<Overload> overloads() {
    List<Type> string = List.of(Type.STRING);
    List<Type> cidr = List.of(Cidr.TYPE);
    List<Type> withString = List.of(Cidr.TYPE, Type.STRING);
    return List.of(
        Overload.global(
                "cidr", "string_to_cidr", Cidr.TYPE, string, args -> Cidr.parse(text(args[0])))
            .costing(Costs.READ),
        Overload.member(
                "containsIP",
                "cidr_contains_ip_string",
                Type.BOOL,
                withString,
                args -> containsIp(of(args[0]), text(args[1])))
            .costing(andReading(CONTAINS_IP)),
        Overload.member(
                "containsIP",
                "cidr_contains_ip_ip",
                Type.BOOL,
                List.of(Cidr.TYPE, IpAddress.TYPE),
                args -> of(args[0]).contains(Arguments.as(IpAddress.class, args[1])))
            .costing(CONTAINS_IP),
        Overload.member(
                "containsCIDR",
                "cidr_contains_cidr_string",
                Type.BOOL,
                withString,
                args -> of(args[0]).contains(Cidr.parse(text(args[1]))))
            .costing(andReading(CONTAINS_CIDR)),
        Overload.member(
                "containsCIDR",
                "cidr_contains_cidr",
                Type.BOOL,
                List.of(Cidr.TYPE, Cidr.TYPE),
                args -> of(args[0]).contains(of(args[1])))
            .costing(CONTAINS_CIDR),
        Overload.member("ip", "cidr_ip", IpAddress.TYPE, cidr, args -> of(args[0]).address()),
        Overload.member(
            "prefixLength",
            "cidr_prefix_length",
            Type.INT,
            cidr,
            args -> (long) of(args[0]).prefix()),
        Overload.member("masked", "cidr_masked", Cidr.TYPE, cidr, args -> of(args[0]).masked()),
        Overload.global("isCIDR", "is_cidr", Type.BOOL, string, args -> isCidr(text(args[0])))
            .costing(Costs.READ),
        Overload.global(
            "string", "cidr_to_string", Type.STRING, cidr, args -> of(args[0]).toString()));
  }

  /** Adds what reading the second argument costs, where the checker knew that it is a string. */
  private static Cost andReading(Cost cost) {
    return Cost.of(
        (args, result) -> cost.of(args, result) + Costs.ceil(Costs.size(args[1]) * Costs.TRAVERSAL),
        cost);
  }

  private static Cidr of(@Nullable Object argument) {
    return Arguments.as(Cidr.class, argument);
  }

  private static boolean containsIp(Cidr cidr, String text) {
    IpAddress address;
    try {
      address = IpAddress.parse(text);
    } catch (EvaluationException wrong) {
      // Kubernetes loses what is wrong with the address.
      throw EvaluationException.NO_SUCH_OVERLOAD;
    }
    return cidr.contains(address);
  }

  private static boolean isCidr(String text) {
    try {
      Cidr.parse(text);
      return true;
    } catch (EvaluationException wrong) {
      return false;
    }
  }
}
