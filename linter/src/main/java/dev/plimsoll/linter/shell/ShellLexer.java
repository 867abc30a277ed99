package dev.plimsoll.linter.shell;

import dev.plimsoll.linter.shell.ShellNode.Assignment;
import dev.plimsoll.linter.shell.ShellNode.Redirection;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Walks over a script's text: blanks, operators, redirections and heredoc bodies. */
final class ShellLexer {

  /** Commands nested deeper than this are passed over. */
  private static final int DEEPEST = 60;

  private static final String ENDS_WORD = " \t\r\n;&|<>()";
  private static final Pattern REDIRECTION =
      Pattern.compile("([0-9]*)(<<<|<<-|<<|<&|<>|<|&>>|&>|>>|>\\||>&|>)");
  private static final Pattern ASSIGNMENT =
      Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)(?:\\[[^\\]\\s]{0,80}])?\\+?=");

  final String text;
  private final IntUnaryOperator offsets;
  private final WordReader words;
  private final Matcher redirection;
  private final Matcher assignment;
  private final Deque<Redirection> bodies = new ArrayDeque<>();
  int at;
  private int lastUsed;
  private int depth;
  private boolean complete = true;
  private boolean broken;

  ShellLexer(String text, IntUnaryOperator offsets) {
    this.text = text;
    this.offsets = offsets;
    this.words = new WordReader(this);
    this.redirection = REDIRECTION.matcher(text);
    this.assignment = ASSIGNMENT.matcher(text);
  }

  int position() {
    return at;
  }

  boolean atEnd() {
    return at >= text.length();
  }

  boolean complete() {
    return complete;
  }

  /** Says that something is not closed. */
  void open() {
    complete = false;
  }

  boolean deeper() {
    depth++;
    if (depth <= DEEPEST) {
      return true;
    }
    depth--;
    complete = false;
    at = text.length();
    return false;
  }

  void shallower() {
    depth--;
  }

  int offset() {
    return offset(at);
  }

  int offset(int index) {
    return offsets.applyAsInt(index);
  }

  /** Returns the offset just after the last character that belongs to something. */
  int lastOffset() {
    return endOffset(lastUsed);
  }

  int endOffset(int index) {
    return index == 0 ? offset(0) : offset(index - 1) + 1;
  }

  boolean startsWith(String operator) {
    return text.startsWith(operator, at);
  }

  boolean take(String operator) {
    if (!startsWith(operator)) {
      return false;
    }
    at += operator.length();
    lastUsed = at;
    return true;
  }

  /** Takes a reserved word that stands here alone. */
  boolean takeWord(String word) {
    skipSpace(false);
    return standsHere(word) && take(word);
  }

  /** Returns the one of some reserved words that stands here. */
  @Nullable String peekAny(Set<String> reserved) {
    for (String word : reserved) {
      if (word.equals(";;") ? startsWith(word) : standsHere(word)) {
        return word;
      }
    }
    return null;
  }

  private boolean standsHere(String word) {
    int end = at + word.length();
    return startsWith(word) && (end >= text.length() || ENDS_WORD.indexOf(text.charAt(end)) >= 0);
  }

  boolean startsEmptyBrackets() {
    int i = at;
    while (i < text.length() && text.charAt(i) == ' ') {
      i++;
    }
    if (i >= text.length() || text.charAt(i) != '(') {
      return false;
    }
    i++;
    while (i < text.length() && text.charAt(i) == ' ') {
      i++;
    }
    return i < text.length() && text.charAt(i) == ')';
  }

  boolean takeLineEnd() {
    if (atEnd() || text.charAt(at) != '\n') {
      return false;
    }
    at++;
    passBodies();
    return true;
  }

  void skipSpace(boolean lineEnds) {
    while (!atEnd()) {
      char c = text.charAt(at);
      if (c == '\n') {
        if (!lineEnds) {
          return;
        }
        takeLineEnd();
      } else if (c == ' ' || c == '\t' || c == '\r') {
        at++;
      } else if (c == ';' && lineEnds && !startsWith(";;") && !startsWith(";&")) {
        at++;
      } else if (c == '\\' && text.startsWith("\n", at + 1)) {
        at += 2;
      } else if (c == '#' && (at == 0 || ENDS_WORD.indexOf(text.charAt(at - 1)) >= 0)) {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else {
        return;
      }
    }
  }

  /** Leaves what can't stand here. */
  void passOver() {
    if (!atEnd()) {
      complete = false;
      at++;
    }
  }

  @Nullable ShellWord word() {
    var word = words.read();
    lastUsed = at;
    return word;
  }

  @Nullable Assignment assignment() {
    if (!assignment.region(at, text.length()).lookingAt()) {
      return null;
    }
    int start = at;
    at = assignment.end();
    String name = assignment.group(1);
    int valueStart = at;
    if (startsWith("(")) {
      array();
      var value =
          new ShellWord(
              text.substring(valueStart, at),
              false,
              false,
              offset(valueStart),
              endOffset(at),
              List.of());
      lastUsed = at;
      return new Assignment(name, value, offset(start), value.end());
    }
    var value = word();
    if (value == null) {
      int here = endOffset(valueStart);
      value = new ShellWord("", true, false, here, here, List.of());
    }
    return new Assignment(name, value, offset(start), value.end());
  }

  private void array() {
    at++;
    while (!atEnd()) {
      skipSpace(true);
      if (take(")")) {
        return;
      }
      if (words.read() == null) {
        passOver();
      }
    }
    complete = false;
  }

  @Nullable Redirection redirection() {
    if (startsWith("<(") || startsWith(">(")) {
      return null;
    }
    if (!redirection.region(at, text.length()).lookingAt()) {
      return null;
    }
    String digits = redirection.group(1);
    int descriptor = digits.isEmpty() || digits.length() > 4 ? -1 : Integer.parseInt(digits);
    String operator = redirection.group(2);
    int start = at;
    at = redirection.end();
    skipSpace(false);
    var target = word();
    if (target == null) {
      int here = endOffset(at);
      target = new ShellWord("", true, false, offset(start), here, List.of());
    }
    var found = new Redirection(descriptor, operator, target);
    if (!broken && (operator.equals("<<") || operator.equals("<<-"))) {
      bodies.add(found);
    }
    return found;
  }

  /** Passes over {@code ((…))}; false and nothing passed if the brackets don't close so. */
  boolean takeArithmetic() {
    int open = 0;
    for (int i = at; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(') {
        open++;
      } else if (c == ')') {
        open--;
        if (open == 0) {
          boolean arithmetic = text.charAt(i - 1) == ')';
          at = arithmetic ? i + 1 : at;
          lastUsed = at;
          return arithmetic;
        }
      }
    }
    return false;
  }

  /** Passes over the bodies of the heredocs that the line before has opened. */
  private void passBodies() {
    while (!bodies.isEmpty()) {
      var body = bodies.remove();
      int mark = at;
      boolean ended = false;
      while (!ended && !atEnd()) {
        int feed = text.indexOf('\n', at);
        int end = feed < 0 ? text.length() : feed;
        int start = at;
        while (body.operator().equals("<<-") && start < end && text.charAt(start) == '\t') {
          start++;
        }
        String name = body.target().text();
        ended = end - start == name.length() && text.startsWith(name, start);
        at = feed < 0 ? end : feed + 1;
      }
      if (!ended) {
        // What follows is read as script; looking again for each heredoc would take too long.
        at = mark;
        bodies.clear();
        complete = false;
        broken = true;
      }
    }
  }
}
