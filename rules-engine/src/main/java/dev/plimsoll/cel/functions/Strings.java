package dev.plimsoll.cel.functions;

import static dev.plimsoll.cel.Type.BOOL;
import static dev.plimsoll.cel.Type.STRING;

import dev.plimsoll.cel.EvaluationException;
import dev.plimsoll.cel.Overload;
import dev.plimsoll.cel.Overload.Cost;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The standard functions of strings. */
final class Strings {
  private static final List<dev.plimsoll.cel.Type> TWO = List.of(STRING, STRING);
  private static final Cost SEARCH =
      (args, result) ->
          Costs.ceil(Costs.size(args[0]) * Costs.TRAVERSAL)
              * Costs.ceil(Costs.size(args[1]) * Costs.TRAVERSAL);

  private Strings() {}

  static List<Overload> overloads() {
    return List.of(
        Overload.member(
                "contains",
                "contains_string",
                BOOL,
                TWO,
                args -> Arguments.text(args[0]).contains(Arguments.text(args[1])))
            .unguarded()
            .costing(SEARCH),
        Overload.member(
                "endsWith",
                "ends_with_string",
                BOOL,
                TWO,
                args -> Arguments.text(args[0]).endsWith(Arguments.text(args[1])))
            .unguarded()
            .costing(Costs.READ),
        Overload.member(
                "startsWith",
                "starts_with_string",
                BOOL,
                TWO,
                args -> Arguments.text(args[0]).startsWith(Arguments.text(args[1])))
            .unguarded()
            .costing(Costs.READ),
        Overload.global("matches", "matches", BOOL, TWO, Strings::matches).unguarded(),
        Overload.member("matches", "matches_string", BOOL, TWO, Strings::matches)
            .unguarded()
            .costing(Costs.MATCH));
  }

  private static Object matches(@Nullable Object[] args) {
    if (!(args[0] instanceof String text)) {
      throw Arithmetic.unfit("matches", args[0], false);
    }
    if (!(args[1] instanceof String regex)) {
      throw EvaluationException.NO_SUCH_OVERLOAD;
    }
    return Patterns.compile(regex).matcher(text).find();
  }
}
