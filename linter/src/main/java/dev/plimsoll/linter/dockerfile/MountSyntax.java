package dev.plimsoll.linter.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The comma-separated values of RUN's {@code --mount} and {@code --device}. */
final class MountSyntax {

  private static final Set<String> BOOLEANS =
      Set.of("1", "t", "T", "TRUE", "true", "True", "0", "f", "F", "FALSE", "false", "False");

  private MountSyntax() {}

  /** Checks what BuildKit checks before variables are expanded. */
  static void check(Word value) throws SyntaxException {
    for (String field : fields(value)) {
      int equals = field.indexOf('=');
      if (equals < 0 || !field.substring(0, equals).toLowerCase(Locale.ROOT).equals("from")) {
        continue;
      }
      String from = field.substring(equals + 1);
      int dollar = from.indexOf('$');
      if (dollar >= 0 && dollar != from.length() - 1) {
        throw new SyntaxException(
            "'%s' holds a variable, which from= does not expand: name a stage".formatted(from),
            value);
      }
    }
  }

  static void checkDevice(Word value) throws SyntaxException {
    String name = "";
    for (String field : fields(value)) {
      int equals = field.indexOf('=');
      String key = (equals < 0 ? field : field.substring(0, equals)).toLowerCase(Locale.ROOT);
      String text = equals < 0 ? "" : field.substring(equals + 1);
      if (key.equals("required")) {
        if (equals >= 0 && !BOOLEANS.contains(text)) {
          throw new SyntaxException("'%s' is neither true nor false".formatted(text), value);
        }
      } else if (!name.isEmpty()) {
        throw new SyntaxException("'%s' is no field of --device".formatted(field), value);
      } else {
        name = key.equals("name") && equals >= 0 ? text : field;
      }
    }
  }

  /** Splits a line of CSV; {@code ""} within a quoted field is a quote. */
  static List<String> fields(Word value) throws SyntaxException {
    String text = value.text();
    if (text.isEmpty()) {
      throw new SyntaxException("a value is missing", value);
    }
    var fields = new ArrayList<String>();
    int at = 0;
    while (true) {
      var field = new StringBuilder();
      if (at < text.length() && text.charAt(at) == '"') {
        at = quoted(value, at + 1, field);
      } else {
        int comma = text.indexOf(',', at);
        int end = comma < 0 ? text.length() : comma;
        field.append(text, at, end);
        at = end;
        if (field.indexOf("\"") >= 0) {
          throw new SyntaxException("'%s' holds a stray quote".formatted(field), value);
        }
      }
      fields.add(field.toString());
      if (at == text.length()) {
        return fields;
      }
      at++;
    }
  }

  private static int quoted(Word value, int from, StringBuilder field) throws SyntaxException {
    String text = value.text();
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '"') {
        field.append(c);
      } else if (at == text.length() || text.charAt(at) == ',') {
        return at;
      } else if (text.charAt(at) == '"') {
        field.append('"');
        at++;
      } else {
        break;
      }
    }
    throw new SyntaxException("'%s' holds a stray quote".formatted(text), value);
  }
}
