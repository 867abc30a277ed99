package dev.plimsoll.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stream of JSON values. Numbers become {@link Long} where they are integers that fit,
 * {@link Double} otherwise, as the API server decodes them.
 */
public final class JsonReader {

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxNestingDepth(Integer.MAX_VALUE)
                  .build())
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  private final Source source;
  private final JsonParser parser;
  private final int base;
  private final List<Problem> problems = new ArrayList<>(0);
  private int start;
  private int end;
  private int depth;

  private JsonReader(Source source, JsonParser parser, int base) {
    this.source = source;
    this.parser = parser;
    this.base = base;
  }

  /** Returns the documents of a JSON text, as {@link DocumentReader#read} does. */
  public static List<Document> read(Source source) {
    var documents = new ArrayList<Document>(1);
    String text = source.text();
    int base = text.indexOf(Source.BYTE_ORDER_MARK) == 0 ? 1 : 0;
    try (var parser = FACTORY.createParser(text.substring(base))) {
      new JsonReader(source, parser, base).documents(documents);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return documents;
  }

  private void documents(List<Document> documents) throws IOException {
    try {
      while (parser.nextToken() != null) {
        int first = tokenStart();
        var root = value();
        documents.add(new Document(source, root, first, end, List.of(), problems));
        problems.clear();
      }
    } catch (JsonProcessingException e) {
      documents.add(unreadable(fault(e), JsonProblems.message(e)));
    } catch (UnreadableException e) {
      documents.add(unreadable(e.start, e.message));
    }
  }

  private Document unreadable(int at, String message) {
    var span = source.span(at, YamlProblems.endOfLine(source.text(), at));
    var problem = new Problem(Problem.Kind.UNREADABLE, message, span);
    int length = source.text().length();
    return new Document(source, null, 0, length, List.of(), List.of(problem));
  }

  /** Returns the offset of the character that the parser could not take. */
  private int fault(JsonProcessingException error) {
    int at = base + (int) error.getLocation().getCharOffset();
    int last = source.text().length() - 1;
    while (last > 0 && Character.isWhitespace(source.text().charAt(last))) {
      last--;
    }
    return Math.clamp(at, 0, Math.max(last, 0));
  }

  /** Reads the value that the current token starts; leaves its place in start and end. */
  private @Nullable Object value() throws IOException {
    start = tokenStart();
    var token = parser.currentToken();
    var value =
        switch (token) {
          case START_OBJECT -> object();
          case START_ARRAY -> array();
          case VALUE_STRING -> parser.getText();
          case VALUE_NUMBER_INT -> integer(parser.getText());
          case VALUE_NUMBER_FLOAT -> finite(parser.getText());
          case VALUE_TRUE -> true;
          case VALUE_FALSE -> false;
          case VALUE_NULL -> null;
          case END_ARRAY, END_OBJECT, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
              throw new IllegalStateException("a value cannot start with " + token);
        };
    end = tokenEnd();
    return value;
  }

  private MapNode object() throws IOException {
    int objectStart = enter();
    var map = new MapNode.Builder();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      int keyStart = tokenStart();
      var key = parser.getText();
      int keyEnd = keyEnd(keyStart);
      parser.nextToken();
      var value = value();
      if (map.contains(key)) {
        var message =
            "the key \"%s\" stands twice in this object, first on line %d: only this last one counts"
                .formatted(key, source.lineOf(map.keyStart(key)));
        var span = source.span(keyStart, keyEnd);
        problems.add(new Problem(Problem.Kind.DUPLICATE_KEY, message, span));
      }
      map.put(key, value, keyStart, keyEnd, start, end);
    }
    depth--;
    start = objectStart;
    return map.build();
  }

  private ListNode array() throws IOException {
    int arrayStart = enter();
    var list = new ListNode.Builder();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      var value = value();
      list.add(value, start, end);
    }
    depth--;
    start = arrayStart;
    return list.build();
  }

  private int enter() {
    if (++depth > YamlParse.DEEPEST) {
      throw new UnreadableException(start, YamlProblems.tooDeep());
    }
    return start;
  }

  private static Object integer(String digits) {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException beyondLong) {
      return finite(digits);
    }
  }

  private static Double finite(String digits) {
    return Double.parseDouble(digits);
  }

  private int tokenStart() {
    return base + (int) parser.currentTokenLocation().getCharOffset();
  }

  private int tokenEnd() {
    int at = base + (int) parser.currentLocation().getCharOffset();
    return Math.min(at, source.text().length());
  }

  /** Finds a name's closing quote; the parser has read on to the value by then. */
  private int keyEnd(int keyStart) {
    String text = source.text();
    int i = keyStart + 1;
    while (i < text.length() && text.charAt(i) != '"') {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return Math.min(i + 1, text.length());
  }
}
