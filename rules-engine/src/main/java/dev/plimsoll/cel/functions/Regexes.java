package dev.plimsoll.cel.functions;

import static dev.plimsoll.cel.functions.Arguments.integer;
import static dev.plimsoll.cel.functions.Arguments.text;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.plimsoll.cel.EvaluationException;
import dev.plimsoll.cel.Overload;
import dev.plimsoll.cel.Type;
import java.util.ArrayList;
import java.util.List;

/** Kubernetes' library of regular expressions: {@code find} and {@code findAll}. */
public final class Regexes {
  private Regexes() {}

  static List<Overload> overloads() {
    Type strings = Type.list(Type.STRING);
    return List.of(
        Overload.member(
                "find",
                "string_find_string",
                Type.STRING,
                List.of(Type.STRING, Type.STRING),
                args -> find(pattern(text(args[1])), text(args[0])))
            .costing(Costs.MATCH),
        Overload.member(
                "findAll",
                "string_find_all_string",
                strings,
                List.of(Type.STRING, Type.STRING),
                args -> findAll(pattern(text(args[1])), text(args[0]), -1))
            .costing(Costs.MATCH),
        Overload.member(
                "findAll",
                "string_find_all_string_int",
                strings,
                List.of(Type.STRING, Type.STRING, Type.INT),
                args -> findAll(pattern(text(args[1])), text(args[0]), integer(args[2])))
            .costing(Costs.MATCH));
  }

  private static Pattern pattern(String regex) {
    try {
      return Patterns.compile(regex);
    } catch (EvaluationException wrong) {
      throw new EvaluationException("Illegal regex: " + wrong.text());
    }
  }

  private static String find(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group() : "";
  }

  /**
   * Finds at most {@code limit} matches, or all if it is negative; none that is empty right after
   * another.
   */
  private static List<String> findAll(Pattern pattern, String text, long limit) {
    List<String> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    int previousEnd = -1;
    int position = 0;
    while ((limit < 0 || found.size() < limit)
        && position <= text.length()
        && matcher.find(position)) {
      int start = matcher.start();
      int end = matcher.end();
      boolean accepted = end != position || start != previousEnd;
      if (end > position) {
        position = end;
      } else {
        position = position < text.length() ? text.offsetByCodePoints(position, 1) : position + 1;
      }
      previousEnd = end;
      if (accepted) {
        found.add(text.substring(start, end));
      }
    }
    return found;
  }
}
