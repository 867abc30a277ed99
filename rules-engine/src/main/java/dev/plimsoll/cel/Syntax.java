package dev.plimsoll.cel;

import java.util.ArrayDeque;

/**
 * What could stand where a finished operand is followed by something that fits nowhere. CEL-java's
 * parser then lists every operator too; cel-go's names only what closes what is open.
 */
final class Syntax {
  private static final char INDEX = 'i';

  private Syntax() {}

  /** Returns what cel-go expects at an offset of the source, as it writes it. */
  static String expectedAt(String source, int offset) {
    var open = new ArrayDeque<Character>();
    boolean operand = false;
    for (int i = 0; i < offset && i < source.length(); i++) {
      char c = source.charAt(i);
      if (Character.isWhitespace(c)) {
        continue;
      }
      switch (c) {
        case '\'', '"' -> i = endOfText(source, i);
        case '(', '{' -> open.push(c);
        case '[' -> open.push(operand ? INDEX : c);
        case '?' -> {
          // elsewhere it marks what is optional: a.?b, [?c], {?d: e}
          if (operand) {
            open.push(c);
          }
        }
        case ':' -> {
          if (!open.isEmpty() && (open.peek() == '?' || open.peek() == '{')) {
            open.push(open.pop() == '?' ? ' ' : ':');
            if (open.peek() == ' ') {
              open.pop();
            }
          }
        }
        case ',' -> {
          if (!open.isEmpty() && open.peek() == ':') {
            open.pop();
            open.push('{');
          }
        }
        case ')', ']', '}' -> {
          if (!open.isEmpty()) {
            open.pop();
          }
        }
        default -> {}
      }
      operand = Character.isLetterOrDigit(c) || "_)]}'\"".indexOf(c) >= 0;
    }
    return open.isEmpty() ? "<EOF>" : closing(open.peek());
  }

  private static String closing(char open) {
    return switch (open) {
      case '(' -> "')'";
      case '[' -> "{']', ','}";
      case INDEX -> "']'";
      case ':' -> "{'}', ','}";
      default -> "':'";
    };
  }

  private static int endOfText(String source, int start) {
    char quote = source.charAt(start);
    for (int i = start + 1; i < source.length(); i++) {
      if (source.charAt(i) == '\\') {
        i++;
      } else if (source.charAt(i) == quote) {
        return i;
      }
    }
    return source.length();
  }

  /** Returns the offset of the bracket that closes the one at an offset. */
  static int closingOf(String source, int open) {
    int depth = 0;
    for (int i = open; i < source.length(); i++) {
      switch (source.charAt(i)) {
        case '\'', '"' -> i = endOfText(source, i);
        case '(', '[', '{' -> depth++;
        case ')', ']', '}' -> depth--;
        default -> {}
      }
      if (depth == 0) {
        return i;
      }
    }
    return source.length();
  }

  /** Returns how deeply brackets are nested. */
  static int depth(String source) {
    int depth = 0;
    int deepest = 0;
    for (int i = 0; i < source.length(); i++) {
      switch (source.charAt(i)) {
        case '\'', '"' -> i = endOfText(source, i);
        case '(', '[', '{' -> deepest = Math.max(deepest, ++depth);
        case ')', ']', '}' -> depth--;
        default -> {}
      }
    }
    return deepest;
  }
}
