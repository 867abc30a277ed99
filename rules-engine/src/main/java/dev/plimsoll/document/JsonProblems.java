package dev.plimsoll.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.regex.Pattern;

/** Says what is wrong with a JSON text in words for its author. */
final class JsonProblems {

  private static final Pattern CHARACTER =
      Pattern.compile("Unexpected character \\('(.*)' \\(code [^)]*\\)\\)(: .*)?", Pattern.DOTALL);
  private static final Pattern TOKEN =
      Pattern.compile("Unrecognized token '(.*)'.*", Pattern.DOTALL);

  private JsonProblems() {}

  static String message(JsonProcessingException error) {
    var text = error.getOriginalMessage();
    var character = CHARACTER.matcher(text);
    if (text.startsWith("Unexpected end-of-input")) {
      return "the JSON text ends too early: a quote, brace or bracket is not closed";
    }
    if (character.matches()) {
      var expected = character.group(2) == null ? "" : character.group(2);
      return "\"%s\" cannot stand here in JSON%s"
          .formatted(character.group(1), expected.replace(": was expecting", ": expected"));
    }
    var token = TOKEN.matcher(text);
    if (token.matches()) {
      return "\"%s\" is no JSON value: a text needs double quotes".formatted(token.group(1));
    }
    return "this is not JSON: " + text.lines().findFirst().orElse("");
  }
}
