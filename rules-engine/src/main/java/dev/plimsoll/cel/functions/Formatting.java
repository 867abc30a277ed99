package dev.plimsoll.cel.functions;

import dev.plimsoll.cel.EvaluationException;
import dev.plimsoll.cel.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The syntax of {@code string.format}, as cel-go's strings extension up to version 3 reads it. */
public final class Formatting {
  private Formatting() {}

  /** What becomes of the clauses: their text, or whether the argument's type is right. */
  @FunctionalInterface
  public interface Clause {
    /**
     * Formats an argument.
     *
     * @param verb one of {@code sdfebxXo}
     * @param precision the number after the point, or -1
     * @param index which argument it is
     * @throws EvaluationException if the argument's type doesn't fit
     */
    String format(char verb, int precision, int index);
  }

  static String format(String format, List<@Nullable Object> arguments) {
    return expand(
        format,
        arguments.size(),
        true,
        (verb, precision, index) -> Formatters.format(verb, precision, arguments.get(index)));
  }

  /**
   * Checks a format with what is known of its arguments before they have values.
   *
   * @param format the format
   * @param arguments how many arguments there are
   * @param clause what checks an argument; its text is not used
   * @throws EvaluationException if the format isn't one, or has more clauses than arguments
   */
  public static void check(String format, int arguments, Clause clause) {
    expand(format, arguments, false, clause);
  }

  private static String expand(String format, int arguments, boolean argumentFirst, Clause clause) {
    StringBuilder out = new StringBuilder(format.length() + 16);
    int index = 0;
    int i = 0;
    while (i < format.length()) {
      int percent = format.indexOf('%', i);
      if (percent < 0) {
        break;
      }
      out.append(format, i, percent);
      i = percent + 1;
      if (i < format.length() && format.charAt(i) == '%') {
        out.append('%');
        i++;
        continue;
      }
      boolean ended = i >= format.length();
      if (index >= arguments && (argumentFirst || !ended)) {
        throw new EvaluationException("index " + index + " out of range");
      }
      if (ended) {
        throw new EvaluationException("unexpected end of string");
      }
      int verb = format.charAt(i) == '.' ? precisionEnd(format, i + 1) : i;
      int precision = verb == i ? -1 : precision(format.substring(i + 1, verb));
      append(out, clause, verb(format, verb), precision, index++);
      i = verb + 1;
    }
    return out.append(format, i, format.length()).toString();
  }

  private static void append(
      StringBuilder out, Clause clause, char verb, int precision, int index) {
    try {
      String text = clause.format(verb, precision, index);
      ExtStrings.checkSize((long) out.length() + text.length());
      out.append(text);
    } catch (EvaluationException wrong) {
      throw new EvaluationException("error during formatting: " + wrong.text());
    }
  }

  private static EvaluationException unreadable(String what) {
    return new EvaluationException("could not parse formatting clause: " + what);
  }

  private static int precisionEnd(String format, int from) {
    int to = from;
    while (to < format.length() && format.charAt(to) >= '0' && format.charAt(to) <= '9') {
      to++;
    }
    if (to == format.length()) {
      throw unreadable("error while parsing precision: could not find end of precision specifier");
    }
    return to;
  }

  private static int precision(String digits) {
    try {
      return (int) Math.min(Long.parseLong(digits), Integer.MAX_VALUE);
    } catch (NumberFormatException wrong) {
      throw unreadable(
          "error while parsing precision: error while converting precision to integer:"
              + " strconv.Atoi: parsing "
              + Text.quote(digits)
              + (digits.isEmpty() ? ": invalid syntax" : ": value out of range"));
    }
  }

  private static char verb(String format, int index) {
    char verb = format.charAt(index);
    if ("sdfebxXo".indexOf(verb) < 0) {
      // cel-go takes the first byte for a character.
      int first = Text.utf8(Character.toString(format.codePointAt(index)))[0] & 0xFF;
      throw unreadable("unrecognized formatting clause \"" + (char) first + "\"");
    }
    return verb;
  }
}
