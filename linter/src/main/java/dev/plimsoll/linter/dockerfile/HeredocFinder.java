package dev.plimsoll.linter.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the heredocs that an instruction's line opens. */
final class HeredocFinder {

  private static final Set<String> TAKERS = Set.of("ADD", "COPY", "RUN");
  private static final Pattern OPERATOR = Pattern.compile("([0-9]*)<<(-?)[\\t\\n\\f\\r ]*([^<]*)");

  /** Heredocs are shell: their escape is a backslash whatever the Dockerfile's is. */
  private static final char ESCAPE = '\\';

  /** A heredoc whose body has not been read yet. */
  record Opening(Word operator, String name, boolean expand, boolean chomp, long fileDescriptor) {}

  private HeredocFinder() {}

  static List<Opening> find(JoinedLine line, InstructionReader.Reading reading)
      throws SyntaxException {
    if (!line.text().contains("<<") || !takesHeredocs(reading)) {
      return List.of();
    }
    List<Expander.Piece> pieces;
    try {
      pieces = new Expander(line.text(), ESCAPE, Expansion.Mode.KEEP_ALL, name -> null).pieces();
    } catch (ExpansionException e) {
      // What the frontend can't split into words opens no heredoc.
      return List.of();
    }
    var found = new ArrayList<Opening>();
    for (var piece : pieces) {
      var operator = line.word(piece.text(), piece.from(), piece.to());
      try {
        var opening = parse(operator);
        if (opening != null) {
          found.add(opening);
        }
      } catch (ExpansionException e) {
        throw new SyntaxException(
            "the heredoc '%s' can't be read: %s".formatted(piece.text(), e.text()), operator);
      }
    }
    return found;
  }

  /** Whether a word would be read as a heredoc. */
  static boolean isHeredoc(Word word) {
    try {
      return parse(word) != null;
    } catch (ExpansionException e) {
      return false;
    }
  }

  static @Nullable Opening parse(Word word) throws ExpansionException {
    var matcher = OPERATOR.matcher(word.text());
    if (!matcher.matches() || matcher.group(3).isEmpty()) {
      return null;
    }
    String rest = matcher.group(3);
    var plain = new Expander(rest, ESCAPE, Expansion.Mode.KEEP_UNSET, name -> null).pieces();
    if (plain.size() != 1) {
      return null;
    }
    var quoted = new Expander(rest, ESCAPE, Expansion.Mode.KEEP_QUOTES, name -> null).pieces();
    if (quoted.size() != 1) {
      throw new ExpansionException("its name is not one word");
    }
    String name = plain.getFirst().text();
    return new Opening(
        word,
        name,
        quotes(name) == quotes(quoted.getFirst().text()),
        matcher.group(2).equals("-"),
        number(matcher.group(1)));
  }

  private static boolean takesHeredocs(InstructionReader.Reading reading) {
    if (reading.arguments() instanceof Arguments.Trigger(Instruction inner)) {
      return TAKERS.contains(inner.name()) && !(inner.arguments() instanceof Arguments.Json);
    }
    return TAKERS.contains(reading.name()) && !(reading.arguments() instanceof Arguments.Json);
  }

  private static long quotes(String text) {
    return text.chars().filter(c -> c == '\'' || c == '"').count();
  }

  private static long number(String digits) {
    try {
      return digits.isEmpty() ? 0 : Long.parseLong(digits);
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }
}
