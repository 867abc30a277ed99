package dev.plimsoll.linter.dockerfile;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the parser directives; they end at the first line that is none. */
final class Directives {

  // \s of Go: no vertical tab.
  private static final Pattern FORM =
      Pattern.compile(
          "([a-zA-Z][a-zA-Z0-9]*)[\\t\\n\\f\\r ]*=[\\t\\n\\f\\r ]*(.+?)[\\t\\n\\f\\r ]*",
          Pattern.DOTALL);

  private static final Set<String> NAMES = Set.of("syntax", "escape", "check");

  private final Set<String> seen = new HashSet<>();
  private char escape = '\\';
  private boolean ended;

  char escape() {
    return escape;
  }

  /** Says that a line has come that is no comment. */
  void end() {
    ended = true;
  }

  /**
   * @param start offset of the {@code #}
   * @return null if the comment is no directive
   */
  @Nullable Directive read(String text, int start, int end, Lines lines, int line)
      throws SyntaxException {
    if (ended) {
      return null;
    }
    int from = Blanks.skipSpace(text, start + 1, end);
    var matcher = FORM.matcher(text).region(from, end);
    if (!matcher.matches()) {
      ended = true;
      return null;
    }
    String name = matcher.group(1).toLowerCase(Locale.ROOT);
    if (!NAMES.contains(name)) {
      ended = true;
      return null;
    }
    if (!seen.add(name)) {
      throw new SyntaxException(
          "the directive '%s' stands twice: only one is read".formatted(name), start, end);
    }
    var value = new Word(matcher.group(2), matcher.start(2), matcher.end(2));
    if (name.equals("escape")) {
      if (!value.text().equals("`") && !value.text().equals("\\")) {
        throw new SyntaxException(
            "'%s' can't be the escape character: it is \\ or `".formatted(value.text()), value);
      }
      escape = value.text().charAt(0);
    }
    return new Directive(lines.start(line), lines.next(line), line + 1, name, value);
  }
}
