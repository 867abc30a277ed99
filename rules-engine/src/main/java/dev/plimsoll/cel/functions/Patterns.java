package dev.plimsoll.cel.functions;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.plimsoll.cel.EvaluationException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Compiled regular expressions, matched in linear time, each compiled once and kept a while. */
public final class Patterns {
  private static final int LIMIT = 1000;
  private static final Map<String, Pattern> COMPILED = new ConcurrentHashMap<>();

  private Patterns() {}

  /**
   * Compiles a regular expression.
   *
   * @throws EvaluationException if it isn't one, with Go's text
   */
  public static Pattern compile(String regex) {
    Pattern known = COMPILED.get(regex);
    if (known != null) {
      return known;
    }
    Pattern pattern = parse(regex);
    if (COMPILED.size() >= LIMIT) {
      // Whoever sends ever new expressions pays for compiling them; the others soon are back.
      COMPILED.clear();
    }
    COMPILED.put(regex, pattern);
    return pattern;
  }

  private static Pattern parse(String regex) {
    String checked = PatternLimits.checked(regex);
    try {
      return Pattern.compile(checked);
    } catch (PatternSyntaxException wrong) {
      throw new EvaluationException(problem(regex, wrong));
    }
  }

  /** Returns what is wrong, with the expression quoted as it was given. */
  private static String problem(String regex, PatternSyntaxException wrong) {
    try {
      Pattern.compile(regex);
      return String.valueOf(wrong.getMessage());
    } catch (PatternSyntaxException given) {
      return String.valueOf(given.getMessage());
    }
  }
}
