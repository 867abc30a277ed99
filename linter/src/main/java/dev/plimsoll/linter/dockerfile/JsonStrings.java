package dev.plimsoll.linter.dockerfile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON array of strings with the place of each.
 *
 * <p>Agrees with Go's {@code encoding/json} on what is JSON at all: a text that is not makes an
 * instruction fall back to its shell form, an array that holds something else is an error.
 */
final class JsonStrings {

  private static final int DEEPEST = 10_000;

  private final JoinedLine line;
  private final String text;
  private final int end;
  private final List<Word> words = new ArrayList<>();
  private int at;
  private @Nullable Word stranger;
  private boolean valid = true;

  private JsonStrings(JoinedLine line, int from, int to) {
    this.line = line;
    this.text = line.text();
    this.at = from;
    this.end = to;
  }

  /**
   * @return the array's strings; null if the text is no JSON array
   * @throws SyntaxException if it is an array of something else
   */
  static Arguments.@Nullable Json read(JoinedLine line, int from, int to) throws SyntaxException {
    int start = Blanks.skipSpace(line.text(), from, to);
    if (start >= to || line.text().charAt(start) != '[') {
      return null;
    }
    var reader = new JsonStrings(line, start, to);
    reader.array();
    if (!reader.valid) {
      return null;
    }
    if (reader.stranger != null) {
      throw new SyntaxException(
          "%s is not a string: the JSON array of an instruction holds strings only"
              .formatted(reader.stranger.text()),
          reader.stranger);
    }
    Word whole = line.word("", start, to);
    return new Arguments.Json(reader.words, whole.start(), whole.end());
  }

  private void array() {
    at++;
    skipBlanks();
    if (peek() == ']') {
      at++;
      finish();
      return;
    }
    while (valid) {
      skipBlanks();
      int start = at;
      if (peek() == '"') {
        String value = string();
        words.add(line.word(value, start, at));
      } else {
        value();
        if (stranger == null) {
          stranger = line.word(start, Math.min(at, end));
        }
      }
      skipBlanks();
      int c = next();
      if (c == ']') {
        finish();
        return;
      }
      valid &= c == ',';
    }
  }

  private void finish() {
    skipBlanks();
    valid &= at == end;
  }

  /** Passes over a value of any kind; nested ones without recursion. */
  private void value() {
    var open = new StringBuilder();
    boolean key = false;
    do {
      skipBlanks();
      int c = peek();
      if (key) {
        valid &= c == '"';
        string();
        skipBlanks();
        valid &= next() == ':';
        key = false;
      } else if (c == '[' || c == '{') {
        at++;
        open.append((char) c);
        skipBlanks();
        if (open.length() >= DEEPEST) {
          valid = false;
        } else if (peek() == (c == '[' ? ']' : '}')) {
          at++;
          open.setLength(open.length() - 1);
          key = close(open);
        } else {
          key = c == '{';
        }
      } else {
        scalar(c);
        key = close(open);
      }
    } while (valid && !open.isEmpty());
  }

  /** Passes over what follows a value within open arrays and objects; returns if a key follows. */
  private boolean close(StringBuilder open) {
    while (valid && !open.isEmpty()) {
      char inner = open.charAt(open.length() - 1);
      skipBlanks();
      int c = next();
      if (c == ',') {
        return inner == '{';
      }
      valid &= c == (inner == '[' ? ']' : '}');
      open.setLength(open.length() - 1);
    }
    return false;
  }

  private void scalar(int c) {
    if (c == '"') {
      string();
    } else if (c == 't') {
      literal("true");
    } else if (c == 'f') {
      literal("false");
    } else if (c == 'n') {
      literal("null");
    } else {
      number();
    }
  }

  private void literal(String word) {
    valid &= text.startsWith(word, at) && at + word.length() <= end;
    at = Math.min(end, at + word.length());
  }

  private void number() {
    int start = at;
    if (peek() == '-') {
      at++;
    }
    if (peek() == '0') {
      at++;
    } else {
      digits();
    }
    if (peek() == '.') {
      at++;
      digits();
    }
    if (peek() == 'e' || peek() == 'E') {
      at++;
      if (peek() == '+' || peek() == '-') {
        at++;
      }
      digits();
    }
    // Go refuses a number that no float64 holds.
    valid = valid && Double.isFinite(Double.parseDouble(text.substring(start, at)));
  }

  private void digits() {
    int start = at;
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
    valid &= at > start;
  }

  private String string() {
    var out = new StringBuilder();
    at++;
    while (valid) {
      int c = next();
      if (c == '"') {
        return out.toString();
      }
      if (c < 0x20) {
        valid = false;
      } else if (c == '\\') {
        escape(out);
      } else {
        out.append((char) c);
      }
    }
    return "";
  }

  private void escape(StringBuilder out) {
    int c = next();
    switch (c) {
      case '"', '\\', '/' -> out.append((char) c);
      case 'b' -> out.append('\b');
      case 'f' -> out.append('\f');
      case 'n' -> out.append('\n');
      case 'r' -> out.append('\r');
      case 't' -> out.append('\t');
      case 'u' -> out.append(unit());
      default -> valid = false;
    }
  }

  /** Reads the digits of {@code \\uXXXX}; half of a pair alone becomes U+FFFD, as in Go. */
  private String unit() {
    int unit = hex();
    if (!valid) {
      return "";
    }
    if (Character.isHighSurrogate((char) unit) && text.startsWith("\\u", at)) {
      int mark = at;
      at += 2;
      int low = hex();
      if (valid && Character.isLowSurrogate((char) low)) {
        return new String(new char[] {(char) unit, (char) low});
      }
      at = mark;
    }
    return Character.isSurrogate((char) unit) ? "\uFFFD" : String.valueOf((char) unit);
  }

  private int hex() {
    int unit = 0;
    for (int i = 0; i < 4; i++) {
      int c = next();
      int digit = c < 0x80 ? Character.digit(c, 16) : -1;
      valid &= digit >= 0;
      unit = unit * 16 + Math.max(digit, 0);
    }
    return unit;
  }

  private void skipBlanks() {
    while (at < end && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private int peek() {
    return at < end ? text.charAt(at) : -1;
  }

  private int next() {
    return at < end ? text.charAt(at++) : -1;
  }
}
