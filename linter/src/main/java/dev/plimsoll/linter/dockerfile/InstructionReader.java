package dev.plimsoll.linter.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads keyword, flags and arguments from an instruction's joined line. */
final class InstructionReader {

  /** What one joined line holds, before heredocs and line numbers are known. */
  record Reading(Word keyword, List<Flag> flags, Arguments arguments, Word text) {

    String name() {
      return keyword.text().toUpperCase(Locale.ROOT);
    }
  }

  private final JoinedLine line;
  private final WordReader words;
  private final List<SyntaxException> errors = new ArrayList<>();

  InstructionReader(JoinedLine line, char escape) {
    this.line = line;
    this.words = new WordReader(line, escape);
  }

  Reading read() {
    String text = line.text();
    int from = Blanks.skipSpace(text, 0, line.length());
    return read(from, Blanks.trimEnd(text, from, line.length()), false);
  }

  /** Returns what was wrong; at most one thing. */
  List<SyntaxException> errors() {
    return errors;
  }

  private Reading read(int from, int to, boolean triggered) {
    String text = line.text();
    int end = from;
    while (end < to && !Blanks.separates(text.charAt(end))) {
      end++;
    }
    var keyword = line.word(from, end);
    var flags = new ArrayList<Flag>();
    int rest = words.flags(end, to, flags);
    rest = Math.min(Blanks.skipSpace(text, rest, to), to);
    String name = keyword.text().toUpperCase(Locale.ROOT);
    Arguments arguments;
    try {
      arguments = arguments(name, rest, to, triggered);
    } catch (SyntaxException e) {
      errors.add(e);
      arguments = new Arguments.Unread(line.word(rest, to));
    }
    return new Reading(keyword, flags, arguments, line.word(from, to));
  }

  private Arguments arguments(String name, int from, int to, boolean triggered)
      throws SyntaxException {
    boolean known = Keywords.known(name);
    if (from == to && known) {
      return new Arguments.None();
    }
    return switch (name) {
      case "RUN", "CMD", "ENTRYPOINT", "SHELL" -> command(from, to);
      case "ADD", "COPY", "VOLUME" -> {
        var json = JsonStrings.read(line, from, to);
        yield json == null ? new Arguments.Words(words.atBlanks(from, to)) : json;
      }
      case "FROM", "EXPOSE" -> new Arguments.Words(words.atBlanks(from, to));
      case "ARG" -> new Arguments.Words(words.quoted(from, to));
      case "ENV", "LABEL" -> new Arguments.Pairs(words.pairs(from, to, name));
      case "MAINTAINER", "STOPSIGNAL", "USER", "WORKDIR" -> new Arguments.Text(line.word(from, to));
      case "HEALTHCHECK" -> health(from, to);
      case "ONBUILD" -> triggered ? unread(from, to) : trigger(from, to);
      default -> unread(from, to);
    };
  }

  private Arguments unread(int from, int to) {
    return new Arguments.Unread(from == to ? null : line.word(from, to));
  }

  private Arguments command(int from, int to) throws SyntaxException {
    if (from == to) {
      return new Arguments.None();
    }
    var json = JsonStrings.read(line, from, to);
    return json == null ? new Arguments.Text(line.word(from, to)) : json;
  }

  private Arguments health(int from, int to) throws SyntaxException {
    int end = from;
    while (end < to && !Blanks.endsFlag(line.text().charAt(end))) {
      end++;
    }
    // Half of such a character belongs to the type, as BuildKit reads it, and makes it unknown.
    if (end < to && line.text().charAt(end) >= 0x80) {
      end++;
    }
    var command = command(Blanks.skipSpace(line.text(), end, to), to);
    return new Arguments.Health(line.word(from, end), command);
  }

  private Arguments trigger(int from, int to) {
    var inner = read(from, to, true);
    return new Arguments.Trigger(
        new Instruction(
            inner.text().start(),
            inner.text().end(),
            0,
            0,
            0,
            inner.keyword(),
            inner.flags(),
            inner.arguments(),
            inner.text(),
            line,
            List.of(),
            List.of(),
            List.of(),
            false));
  }
}
