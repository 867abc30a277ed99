package dev.plimsoll.linter.dockerfile;

import java.util.ArrayList;
import java.util.List;

/** Splits parts of an instruction's line into words and flags. */
final class WordReader {

  private final JoinedLine line;
  private final String text;
  private final char escape;

  WordReader(JoinedLine line, char escape) {
    this.line = line;
    this.text = line.text();
    this.escape = escape;
  }

  /** Splits at ASCII blanks alone; between the indexes stands something, trimmed. */
  List<Word> atBlanks(int from, int to) {
    var words = new ArrayList<Word>();
    int at = from;
    while (at < to) {
      int start = at;
      while (at < to && !Blanks.separates(text.charAt(at))) {
        at++;
      }
      words.add(line.word(start, at));
      while (at < to && Blanks.separates(text.charAt(at))) {
        at++;
      }
    }
    return words;
  }

  /** Splits at spaces outside quotes; quotes and escapes stay in the words. */
  List<Word> quoted(int from, int to) {
    return ranges(from, to).stream().map(range -> line.word(range.from(), range.to())).toList();
  }

  private record Range(int from, int to) {}

  private List<Range> ranges(int from, int to) {
    var found = new ArrayList<Range>();
    int at = Blanks.skipSpace(text, from, to);
    while (at < to) {
      int start = at;
      char quote = 0;
      int kept = to;
      while (at < to && (quote != 0 || !Blanks.isSpace(text.charAt(at)))) {
        char c = text.charAt(at);
        if (c == escape && quote != '\'') {
          // An escape with nothing to escape is dropped.
          kept = at + 1 == to ? at : to;
          at++;
        } else if (quote == 0 && (c == '"' || c == '\'')) {
          quote = c;
        } else if (c == quote) {
          quote = 0;
        }
        at++;
      }
      int end = Math.min(at, kept);
      if (end > start) {
        found.add(new Range(start, end));
      }
      at = Blanks.skipSpace(text, Math.min(at, to), to);
    }
    return found;
  }

  /**
   * Reads the flags at the start of the arguments.
   *
   * @param found receives the flags
   * @return where the arguments proper begin
   */
  int flags(int from, int to, List<Flag> found) {
    int at = from;
    while (true) {
      while (at < to && text.charAt(at) < 0x80 && Blanks.isSpace(text.charAt(at))) {
        at++;
      }
      if (!text.startsWith("--", at) || at + 1 >= to) {
        return at;
      }
      int start = at;
      var value = new StringBuilder();
      boolean quotes = false;
      char quote = 0;
      while (at < to) {
        char c = text.charAt(at);
        if (quote == 0 && Blanks.endsFlag(c)) {
          if (c >= 0x80) {
            value.append(c);
            at++;
          }
          break;
        }
        if (quote == 0 ? c == '"' || c == '\'' : c == quote) {
          quote = quote == 0 ? c : 0;
          quotes = true;
        } else if (c != escape) {
          value.append(c);
        } else if (++at < to) {
          value.append(text.charAt(at));
        }
        at++;
      }
      at = Math.min(at, to);
      String whole = value.toString();
      if (whole.equals("--")) {
        return at;
      }
      if (quotes || !whole.isEmpty()) {
        found.add(flag(whole, start, at));
      }
    }
  }

  private Flag flag(String whole, int from, int to) {
    int equals = whole.indexOf('=');
    String name =
        whole.substring(Math.min(2, whole.length()), equals < 0 ? whole.length() : equals);
    int sign = text.indexOf('=', from);
    var value =
        equals < 0 || sign < 0 || sign >= to
            ? null
            : line.word(whole.substring(equals + 1), sign + 1, to);
    return new Flag(line.word(whole, from, to), name, value);
  }

  /**
   * Splits {@code name=value} words, or the whole as {@code name value} when the first has none.
   */
  List<Pair> pairs(int from, int to, String keyword) throws SyntaxException {
    var pairs = new ArrayList<Pair>();
    for (var range : ranges(from, to)) {
      int equals = text.indexOf('=', range.from());
      boolean none = equals < 0 || equals >= range.to();
      if (none && pairs.isEmpty()) {
        return List.of(legacyPair(from, to, keyword));
      }
      var word = line.word(range.from(), range.to());
      if (none) {
        throw new SyntaxException(
            "'%s' has no '=': write %s name=value, and quote a value that holds blanks"
                .formatted(word.text(), keyword),
            word);
      }
      var name = line.word(range.from(), equals);
      pairs.add(new Pair(name, line.word(equals + 1, range.to()), false));
    }
    return pairs;
  }

  private Pair legacyPair(int from, int to, String keyword) throws SyntaxException {
    int end = from;
    while (end < to && !Blanks.separates(text.charAt(end))) {
      end++;
    }
    if (end == to) {
      throw new SyntaxException(
          "%s needs a name and a value: write %s name=value".formatted(keyword, keyword),
          line.word(from, to));
    }
    int value = end;
    while (value < to && Blanks.separates(text.charAt(value))) {
      value++;
    }
    return new Pair(line.word(from, end), line.word(value, to), true);
  }
}
