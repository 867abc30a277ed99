package dev.plimsoll.cel.functions;

import static dev.plimsoll.cel.functions.Arguments.text;

import dev.plimsoll.cel.EvaluationException;
import dev.plimsoll.cel.Overload;
import dev.plimsoll.cel.Type;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Kubernetes' library of IP addresses. */
public final class IpAddresses {
  private IpAddresses() {}

  static List<Overload> overloads() {
    List<Type> string = List.of(Type.STRING);
    List<Type> ip = List.of(IpAddress.TYPE);
    return List.of(
        Overload.global(
                "ip",
                "string_to_ip",
                IpAddress.TYPE,
                string,
                args -> IpAddress.parse(text(args[0])))
            .costing(Costs.READ),
        Overload.member("family", "ip_family", Type.INT, ip, args -> of(args[0]).v4() ? 4L : 6L),
        Overload.global(
                "ip.isCanonical",
                "ip_is_canonical",
                Type.BOOL,
                string,
                args -> IpAddress.parse(text(args[0])).toString().equals(args[0]))
            .costing(Costs.READ_TWICE),
        test("isUnspecified", "ip_is_unspecified", IpAddress::isUnspecified),
        test("isLoopback", "ip_is_loopback", IpAddress::isLoopback),
        test("isLinkLocalMulticast", "ip_is_link_local_multicast", IpAddress::isLinkLocalMulticast),
        test("isLinkLocalUnicast", "ip_is_link_local_unicast", IpAddress::isLinkLocalUnicast),
        test("isGlobalUnicast", "ip_is_global_unicast", IpAddress::isGlobalUnicast),
        Overload.global("isIP", "is_ip", Type.BOOL, string, args -> isIp(text(args[0])))
            .costing(Costs.READ),
        Overload.global("string", "ip_to_string", Type.STRING, ip, args -> of(args[0]).toString()));
  }

  private static Overload test(String function, String id, Predicate<IpAddress> test) {
    return Overload.member(
        function, id, Type.BOOL, List.of(IpAddress.TYPE), args -> test.test(of(args[0])));
  }

  private static IpAddress of(@Nullable Object argument) {
    return Arguments.as(IpAddress.class, argument);
  }

  private static boolean isIp(String text) {
    try {
      IpAddress.parse(text);
      return true;
    } catch (EvaluationException wrong) {
      return false;
    }
  }
}
