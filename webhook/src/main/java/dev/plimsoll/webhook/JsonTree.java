package dev.plimsoll.webhook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.plimsoll.document.ListNode;
import dev.plimsoll.document.MapNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a JSON body into {@link MapNode}, {@link ListNode} and scalars, as the API server decodes
 * objects: integers that fit are {@link Long}, other numbers {@link Double}.
 *
 * <p>Unlike the reader for files it keeps no places, never recurses, and refuses what an API server
 * never sends: a key given twice, a number beyond doubles, anything after the value.
 */
final class JsonTree {

  /** The depth at which Go's decoder, and so the API server, gives up. */
  private static final int MAX_DEPTH = 10_000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  /** A map or list that is not closed yet. */
  private static final class Open {
    private final @Nullable Open outer;
    private final MapNode.@Nullable Builder map;
    private final ListNode.@Nullable Builder list;
    private String key = "";

    private Open(@Nullable Open outer, boolean isMap) {
      this.outer = outer;
      this.map = isMap ? new MapNode.Builder() : null;
      this.list = isMap ? null : new ListNode.Builder();
    }

    private void name(String key) throws UnreadableException {
      if (map != null && map.contains(key)) {
        throw new UnreadableException("the key '" + key + "' stands twice in one object");
      }
      this.key = key;
    }

    private void add(@Nullable Object value) {
      if (map != null) {
        map.put(key, value);
      } else if (list != null) {
        list.add(value);
      }
    }

    private Object close() {
      return map != null ? map.build() : list != null ? list.build() : "";
    }
  }

  private JsonTree() {}

  static JsonParser parser(byte[] body) throws IOException {
    return FACTORY.createParser(body);
  }

  /** Reads the one value of a body. */
  static @Nullable Object decode(byte[] body) throws UnreadableException {
    try (var parser = parser(body)) {
      var value = decode(parser);
      if (parser.nextToken() != null) {
        throw new UnreadableException("something follows the JSON value");
      }
      return value;
    } catch (JsonProcessingException e) {
      var place = e.getLocation();
      throw new UnreadableException(
          "not valid JSON at byte "
              + (place == null ? 0 : place.getByteOffset())
              + ": "
              + e.getOriginalMessage().lines().findFirst().orElse(""));
    } catch (IOException e) {
      throw new UnreadableException("not valid JSON: " + e.getMessage());
    }
  }

  private static @Nullable Object decode(JsonParser parser)
      throws IOException, UnreadableException {
    Open open = null;
    while (true) {
      var token = parser.nextToken();
      if (token == null) {
        throw new UnreadableException("the JSON text ends too early");
      }
      if (token.isStructStart()) {
        open = new Open(open, token == JsonToken.START_OBJECT);
        continue;
      }
      if (token == JsonToken.FIELD_NAME && open != null) {
        open.name(whole(parser.currentName()));
        continue;
      }
      @Nullable Object value;
      if (token.isStructEnd() && open != null) {
        value = open.close();
        open = open.outer;
      } else {
        value = scalar(parser, token);
      }
      if (open == null) {
        return value;
      }
      open.add(value);
    }
  }

  private static @Nullable Object scalar(JsonParser parser, JsonToken token)
      throws IOException, UnreadableException {
    return switch (token) {
      case VALUE_STRING -> whole(parser.getText());
      case VALUE_NUMBER_INT -> integer(parser);
      case VALUE_NUMBER_FLOAT -> finite(parser);
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      case START_OBJECT,
          END_OBJECT,
          START_ARRAY,
          END_ARRAY,
          FIELD_NAME,
          NOT_AVAILABLE,
          VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException("a JSON parser gave " + token + " for a scalar");
    };
  }

  private static Object integer(JsonParser parser) throws IOException, UnreadableException {
    return switch (parser.getNumberType()) {
      case INT, LONG -> parser.getLongValue();
      case BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL -> finite(parser);
    };
  }

  private static Double finite(JsonParser parser) throws IOException, UnreadableException {
    double number = parser.getDoubleValue();
    if (Double.isInfinite(number)) {
      throw new UnreadableException("the number " + parser.getText() + " is too large");
    }
    return number;
  }

  /** Replaces each half of a surrogate pair that stands alone, as Go's decoder does. */
  private static String whole(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        var known = new StringBuilder();
        text.codePoints()
            .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
            .forEach(known::appendCodePoint);
        return known.toString();
      }
    }
    return text;
  }
}
