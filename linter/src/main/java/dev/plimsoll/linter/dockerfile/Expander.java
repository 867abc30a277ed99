package dev.plimsoll.linter.dockerfile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Splits a text into words and replaces its variables, once, from left to right.
 *
 * <p>Behaves as {@code frontend/dockerfile/shell} of BuildKit 0.34, its oddities included: one
 * buffer holds the word under construction, and a modifier's operand empties it.
 */
final class Expander {

  /** Deeper nesting is refused; BuildKit has no limit of its own. */
  private static final int DEEPEST = 100;

  private static final int END = -1;
  private static final String SPECIAL = "@*#?-$!0";

  /** A word as {@link Expansion.Mode} leaves it, with the indexes between which it stands. */
  record Piece(String text, int from, int to) {}

  private final String source;
  private final char escape;
  private final Expansion.Mode mode;
  private final Function<String, @Nullable String> variables;
  private final Set<String> used = new LinkedHashSet<>();
  private final Set<String> undefined = new LinkedHashSet<>();
  private final StringBuilder word = new StringBuilder();
  private int wordStart;
  private int at;
  private int depth;
  private boolean rawEscapes;

  Expander(
      String source,
      char escape,
      Expansion.Mode mode,
      Function<String, @Nullable String> variables) {
    this.source = source;
    this.escape = escape;
    this.mode = mode;
    this.variables = variables;
    this.rawEscapes = mode.keepsEscapes();
    this.at = source.startsWith("\uFEFF") ? 1 : 0;
  }

  Expansion expand() throws ExpansionException {
    var pieces = new Pieces();
    String text = until(END, rawEscapes, false, pieces);
    var words = pieces.done().stream().map(Piece::text).toList();
    return new Expansion(
        text, words, Collections.unmodifiableSet(used), Collections.unmodifiableSet(undefined));
  }

  List<Piece> pieces() throws ExpansionException {
    var pieces = new Pieces();
    until(END, rawEscapes, false, pieces);
    return pieces.done();
  }

  /** Reads up to an unquoted stop character, or to the end. */
  private String until(int stop, boolean keepEscapes, boolean pattern, Pieces pieces)
      throws ExpansionException {
    if (++depth > DEEPEST) {
      throw new ExpansionException("variables are nested more than " + DEEPEST + " deep");
    }
    boolean outerEscapes = rawEscapes;
    rawEscapes = keepEscapes;
    word.setLength(0);
    var result = new StringBuilder();
    try {
      while (at < source.length()) {
        char c = source.charAt(at);
        int start = at;
        if (c == stop) {
          at++;
          pieces.done();
          return result.toString();
        }
        if (c == '$') {
          String value = dollar();
          result.append(value);
          pieces.addSplit(value, start);
        } else if (c == '<') {
          String operator = angle();
          result.append(operator);
          pieces.addWhole(operator, start);
        } else if (c == '\'' && mode != Expansion.Mode.BODY) {
          String quoted = singleQuoted(pattern);
          result.append(quoted);
          pieces.addWhole(quoted, start);
        } else if (c == '"' && mode != Expansion.Mode.BODY) {
          String quoted = doubleQuoted(pattern);
          result.append(quoted);
          pieces.addWhole(quoted, start);
        } else if (c == escape) {
          escaped(result, pieces);
        } else {
          at++;
          result.append(c);
          pieces.add(c, start);
        }
      }
      if (stop != END) {
        throw new ExpansionException("it ends before the matching '" + (char) stop + "'");
      }
      return result.toString();
    } finally {
      depth--;
      rawEscapes = outerEscapes;
    }
  }

  private void escaped(StringBuilder result, Pieces pieces) {
    int start = at++;
    if (rawEscapes) {
      result.append(escape);
      pieces.addWhole(String.valueOf(escape), start);
    }
    if (at < source.length()) {
      char c = source.charAt(at++);
      result.append(c);
      pieces.addWhole(String.valueOf(c), start);
    }
  }

  private String singleQuoted(boolean pattern) throws ExpansionException {
    int close = source.indexOf('\'', at + 1);
    if (close < 0) {
      at = source.length();
      throw new ExpansionException("a single quote is not closed");
    }
    String inside = source.substring(at + 1, close);
    at = close + 1;
    if (pattern) {
      String one = String.valueOf(escape);
      inside = inside.replace(one, one + one);
    }
    return mode.keepsQuotes() ? "'" + inside + "'" : inside;
  }

  private String doubleQuoted(boolean pattern) throws ExpansionException {
    var result = new StringBuilder(mode.keepsQuotes() ? "\"" : "");
    at++;
    while (at < source.length()) {
      char c = source.charAt(at);
      if (c == '"') {
        at++;
        return mode.keepsQuotes() ? result.append('"').toString() : result.toString();
      }
      if (c == '$') {
        result.append(dollar());
        continue;
      }
      at++;
      if (c == escape) {
        if (at == source.length()) {
          break;
        }
        char next = source.charAt(at);
        if (next == '"' || next == '$' || next == escape) {
          if (rawEscapes) {
            result.append(c);
          }
          c = next;
          at++;
        } else if (rawEscapes && (!mode.keepsQuotes() || pattern)) {
          result.append(c);
        }
      }
      result.append(c);
    }
    throw new ExpansionException("a double quote is not closed");
  }

  /** Reads {@code <} or {@code <<} with the blanks after it. */
  private String angle() {
    int start = at++;
    if (at == source.length() || source.charAt(at) != '<') {
      return "<";
    }
    at++;
    while (at < source.length() && " \t\r".indexOf(source.charAt(at)) >= 0) {
      at++;
    }
    return source.substring(start, at);
  }

  private String dollar() throws ExpansionException {
    at++;
    if (peek() != '{') {
      String name = name();
      if (name.isEmpty()) {
        return "$";
      }
      String value = value(name);
      return value == null ? mode.keepsUnset() ? "$" + name : "" : value;
    }
    at++;
    int next = peek();
    if (next == END) {
      throw new ExpansionException("'${' is not closed: '}' is missing");
    }
    if (next == '{' || next == '}' || next == ':') {
      throw new ExpansionException("bad substitution '${" + (char) next + "'");
    }
    String name = name();
    int operator = read();
    return switch (operator) {
      case '}' -> {
        String value = value(name);
        yield value == null ? mode.keepsUnset() ? "${" + name + "}" : "" : value;
      }
      case ':' -> modified(name, read(), true);
      case '+', '-', '?', '#', '%' -> modified(name, operator, false);
      case '/' -> replaced(name);
      default -> throw unsupported(operator);
    };
  }

  private String modified(String name, int operator, boolean emptyIsUnset)
      throws ExpansionException {
    boolean trims = operator == '#' || operator == '%';
    if (emptyIsUnset && trims) {
      throw unsupported(operator);
    }
    String operand = operand('}', trims, trims);
    String value = value(name);
    if (value == null && mode.keepsUnset()) {
      return "${" + name + (emptyIsUnset ? ":" : "") + shown(operator) + operand + "}";
    }
    String text = value == null ? "" : value;
    boolean missing = value == null || emptyIsUnset && text.isEmpty();
    return switch (operator) {
      case '-' -> missing ? operand : text;
      case '+' -> missing ? "" : operand;
      case '?' -> {
        if (missing) {
          String why = value == null ? "is not allowed to be unset" : "is not allowed to be empty";
          throw new ExpansionException(name + ": " + (operand.isEmpty() ? why : operand));
        }
        yield text;
      }
      case '#', '%' -> {
        boolean longest = operand.startsWith(shown(operator));
        var pattern = WildcardPattern.of(longest ? operand.substring(1) : operand, operator == '%');
        yield operator == '#'
            ? pattern.withoutPrefix(text, longest)
            : pattern.withoutSuffix(text, longest);
      }
      default -> throw unsupported(operator);
    };
  }

  private String replaced(String name) throws ExpansionException {
    boolean all = peek() == '/';
    if (all) {
      at++;
    }
    String pattern = operand('/', true, true);
    String replacement = operand('}', true, false);
    String value = value(name);
    if (value == null && mode.keepsUnset()) {
      return "${" + name + "/" + pattern + "/" + replacement + "}";
    }
    return WildcardPattern.of(pattern, false)
        .replaced(value == null ? "" : value, replacement, all);
  }

  private String operand(char stop, boolean keepEscapes, boolean pattern)
      throws ExpansionException {
    return until(stop, keepEscapes, pattern, new Pieces());
  }

  /** Reads a variable's name; digits and special parameters end it at once. */
  private String name() {
    int start = at;
    if (at < source.length() && Character.isDigit(source.codePointAt(at))) {
      while (at < source.length() && Character.isDigit(source.codePointAt(at))) {
        at += Character.charCount(source.codePointAt(at));
      }
      return source.substring(start, at);
    }
    if (at < source.length() && SPECIAL.indexOf(source.charAt(at)) >= 0) {
      at++;
      return source.substring(start, at);
    }
    while (at < source.length()) {
      int c = source.codePointAt(at);
      if (!Character.isLetterOrDigit(c) && c != '_') {
        break;
      }
      at += Character.charCount(c);
    }
    return source.substring(start, at);
  }

  private @Nullable String value(String name) {
    String value = variables.apply(name);
    (value == null ? undefined : used).add(name);
    return value;
  }

  private int peek() {
    return at < source.length() ? source.charAt(at) : END;
  }

  private int read() {
    return at < source.length() ? source.charAt(at++) : END;
  }

  private static String shown(int c) {
    return c == END ? "" : String.valueOf((char) c);
  }

  private static ExpansionException unsupported(int operator) {
    return new ExpansionException("unsupported modifier '" + shown(operator) + "' in '${'");
  }

  /** Collects words of one level; all levels share the buffer of the word under construction. */
  private final class Pieces {
    private final List<Piece> found = new ArrayList<>();
    private boolean inWord;

    void add(char c, int start) {
      if (!Blanks.isSpace(c)) {
        put(String.valueOf(c), start);
      } else if (inWord && !word.isEmpty()) {
        close(start);
      }
    }

    void addSplit(String text, int start) {
      for (int i = 0; i < text.length(); i++) {
        add(text.charAt(i), start);
      }
    }

    void addWhole(String text, int start) {
      put(text, start);
    }

    List<Piece> done() {
      if (!word.isEmpty()) {
        close(at);
      }
      return found;
    }

    private void put(String text, int start) {
      if (word.isEmpty()) {
        wordStart = start;
      }
      word.append(text);
      inWord = true;
    }

    private void close(int end) {
      found.add(new Piece(word.toString(), wordStart, end));
      word.setLength(0);
      inWord = false;
    }
  }
}
