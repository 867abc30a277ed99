package dev.plimsoll.cel.functions;

import dev.plimsoll.cel.EvaluationException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What Go's regexp refuses and RE2/J would take: repetitions of repetitions of more than a thousand
 * times, which make a program of a million steps, deep nesting, which overflows RE2/J's stack, and
 * escapes of characters that are not ASCII. Groups lose their names, which Go allows twice.
 */
final class PatternLimits {
  private static final int MOST_REPEATS = 1000;
  private static final int DEEPEST = 1000;

  private final String regex;
  private final StringBuilder unnamed = new StringBuilder();
  private final Deque<Integer> outer = new ArrayDeque<>();
  private int position;

  /** How often the parts of the current group are repeated at most, by operators within. */
  private int group = 1;

  /** The same of what was read last, which an operator may follow. */
  private int last = 1;

  private PatternLimits(String regex) {
    this.regex = regex;
  }

  /**
   * Returns the same expression without the names of groups.
   *
   * @throws EvaluationException if it is beyond the limits, with Go's text
   */
  static String checked(String regex) {
    PatternLimits limits = new PatternLimits(regex);
    while (limits.position < regex.length()) {
      limits.step();
    }
    return limits.unnamed.toString();
  }

  private static EvaluationException wrong(String what, String where) {
    return new EvaluationException("error parsing regexp: " + what + ": `" + where + "`");
  }

  private void step() {
    switch (regex.charAt(position)) {
      case '\\' -> escape();
      case '[' -> characterClass();
      case '(' -> open();
      case ')' -> {
        int inner = Math.max(group, last);
        group = outer.isEmpty() ? 1 : outer.pop();
        last = inner;
        copy(1);
      }
      case '{' -> repeat();
      case '*', '+', '?' -> copy(1);
      default -> {
        atom();
        copy(Character.charCount(regex.codePointAt(position)));
      }
    }
  }

  private void copy(int length) {
    int end = Math.min(position + length, regex.length());
    unnamed.append(regex, position, end);
    position = end;
  }

  /** Closes what was read last, which nothing repeats any more. */
  private void atom() {
    group = Math.max(group, last);
    last = 1;
  }

  private void escape() {
    atom();
    if (regex.startsWith("\\Q", position)) {
      int end = regex.indexOf("\\E", position + 2);
      copy(end < 0 ? regex.length() : end + 2 - position);
      return;
    }
    checkEscape(position);
    copy(2);
  }

  private void checkEscape(int index) {
    if (index + 1 == regex.length()) {
      throw wrong("trailing backslash at end of expression", "");
    }
    int escaped = regex.codePointAt(index + 1);
    if (escaped >= 0x80) {
      throw wrong("invalid escape sequence", "\\" + Character.toString(escaped));
    }
  }

  private void characterClass() {
    atom();
    int i = position + 1;
    if (regex.startsWith("^", i)) {
      i++;
    }
    if (regex.startsWith("]", i)) {
      i++;
    }
    while (i < regex.length() && regex.charAt(i) != ']') {
      if (regex.charAt(i) == '\\') {
        checkEscape(i);
        i += 2;
      } else if (regex.startsWith("[:", i) && regex.indexOf(":]", i + 2) >= 0) {
        i = regex.indexOf(":]", i + 2) + 2;
      } else {
        i++;
      }
    }
    copy(i + 1 - position);
  }

  private void open() {
    atom();
    outer.push(group);
    group = 1;
    if (outer.size() >= DEEPEST) {
      throw wrong("expression nests too deeply", regex);
    }
    int name = regex.startsWith("(?P<", position) ? 4 : regex.startsWith("(?<", position) ? 3 : 0;
    int end = name == 0 ? -1 : regex.indexOf('>', position + name);
    if (end > position + name && isName(position + name, end)) {
      unnamed.append('(');
      position = end + 1;
    } else {
      copy(1);
    }
  }

  private boolean isName(int from, int to) {
    return regex
        .substring(from, to)
        .chars()
        .allMatch(c -> c < 0x80 && (Character.isLetterOrDigit(c) || c == '_'));
  }

  private void repeat() {
    int end = regex.indexOf('}', position);
    String bounds = end < 0 ? "" : regex.substring(position + 1, end);
    if (!isBounds(bounds)) {
      atom();
      copy(1);
      return;
    }
    int comma = bounds.indexOf(',');
    String most = comma < 0 || comma == bounds.length() - 1 ? bounds : bounds.substring(comma + 1);
    int times = Integer.parseInt(most.endsWith(",") ? most.substring(0, comma) : most);
    boolean lazy = regex.startsWith("?", end + 1);
    String operator = regex.substring(position, lazy ? end + 2 : end + 1);
    // Go looks into what is repeated only if it may be repeated at all.
    int all = times == 0 ? 1 : times * last;
    if (times >= 2 && all > MOST_REPEATS) {
      throw wrong("invalid repeat count", operator);
    }
    last = all;
    copy(operator.length());
  }

  /** Returns whether this is {@code n}, {@code n,} or {@code n,m}, of four digits at most. */
  private static boolean isBounds(String text) {
    int comma = text.indexOf(',');
    String least = comma < 0 ? text : text.substring(0, comma);
    String most = comma < 0 ? "" : text.substring(comma + 1);
    return isNumber(least) && (most.isEmpty() || isNumber(most));
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty()
        && text.length() <= 4
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
