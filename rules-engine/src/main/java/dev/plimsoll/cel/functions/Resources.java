package dev.plimsoll.cel.functions;

import static dev.plimsoll.cel.functions.Arguments.text;

import dev.plimsoll.cel.Overload;
import dev.plimsoll.cel.ResourceReader;
import dev.plimsoll.cel.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Plimsoll's own functions: how cross-resource rules read other objects, under the names that
 * Kyverno's users know. No API server has them.
 */
public final class Resources {
  private Resources() {}

  public static List<Overload> overloads() {
    var reader = ResourceReader.TYPE;
    return List.of(
        Overload.member(
            "Get",
            "plimsoll_resource_get",
            Type.DYN,
            List.of(reader, Type.STRING, Type.STRING, Type.STRING, Type.STRING),
            args ->
                reader(args[0]).get(text(args[1]), text(args[2]), text(args[3]), text(args[4]))),
        Overload.member(
            "List",
            "plimsoll_resource_list",
            Type.list(Type.DYN),
            List.of(reader, Type.STRING, Type.STRING, Type.STRING),
            args -> reader(args[0]).list(text(args[1]), text(args[2]), text(args[3]))));
  }

  private static ResourceReader reader(@Nullable Object value) {
    return Arguments.as(ResourceReader.class, value);
  }
}
