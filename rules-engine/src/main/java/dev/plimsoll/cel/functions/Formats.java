package dev.plimsoll.cel.functions;

import static dev.plimsoll.cel.functions.Arguments.text;

import dev.plimsoll.cel.OptionalValue;
import dev.plimsoll.cel.Overload;
import dev.plimsoll.cel.Type;
import java.util.ArrayList;
import java.util.List;

/** Kubernetes' library of named formats. */
public final class Formats {
  private Formats() {}

  static List<Overload> overloads() {
    List<Overload> overloads = new ArrayList<>();
    overloads.add(
        Overload.member(
                "validate",
                "format-validate",
                Type.optional(Type.list(Type.STRING)),
                List.of(Format.TYPE, Type.STRING),
                args -> validate(Arguments.as(Format.class, args[0]), text(args[1])))
            .costing(
                (args, result) ->
                    args[0] instanceof Format format
                        ? Costs.match(Costs.size(args[1]), format.regexSize())
                        : 1));
    overloads.add(
        Overload.global(
            "format.named",
            "format-named",
            Type.optional(Format.TYPE),
            List.of(Type.STRING),
            args -> named(text(args[0]))));
    for (Format format : Format.values()) {
      String name = "format." + format.function();
      overloads.add(Overload.global(name, name, Format.TYPE, List.of(), args -> format));
    }
    return List.copyOf(overloads);
  }

  private static OptionalValue named(String name) {
    for (Format format : Format.values()) {
      if (format.function().equals(name)) {
        return OptionalValue.of(format);
      }
    }
    return OptionalValue.NONE;
  }

  private static OptionalValue validate(Format format, String text) {
    List<String> problems = format.problems(text);
    return problems.isEmpty() ? OptionalValue.NONE : OptionalValue.of(problems);
  }
}
