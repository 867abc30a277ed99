package dev.plimsoll.cel;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * CEL values as plain JSON. What JSON has no form for becomes a string: an int beyond 2^53, a uint,
 * bytes (base64), NaN and the infinities, timestamps, durations, types, optionals and opaque
 * values.
 */
public final class ValueJson {
  private static final JsonFactory JSON = new JsonFactory();
  private static final long EXACT = 1L << 53;

  private ValueJson() {}

  public static String of(@Nullable Object value) {
    var text = new StringWriter();
    try (var json = JSON.createGenerator(text)) {
      write(json, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** Writes a value where a generator is. */
  public static void write(JsonGenerator json, @Nullable Object value) throws IOException {
    switch (value) {
      case null -> json.writeNull();
      case Boolean truth -> json.writeBoolean(truth);
      case Long number when Math.abs(number) <= EXACT && number != Long.MIN_VALUE ->
          json.writeNumber(number);
      case Double number when Double.isFinite(number) -> writeNumber(json, number);
      case Bytes bytes -> json.writeBinary(bytes.toArray());
      case OpaqueValue opaque -> json.writeString(opaque.toString());
      case List<?> list -> {
        json.writeStartArray();
        for (var element : list) {
          write(json, element);
        }
        json.writeEndArray();
      }
      case Map<?, ?> map -> writeMap(json, map);
      default -> json.writeString(text(value));
    }
  }

  /** Writes a double as Go does: without an exponent between 1e-6 and 1e21. */
  private static void writeNumber(JsonGenerator json, double number) throws IOException {
    double size = Math.abs(number);
    if (number == 0) {
      json.writeRawValue(1 / number < 0 ? "-0" : "0");
    } else if (size >= 1e-6 && size < 1e21) {
      json.writeRawValue(Text.shortest(number).toPlainString());
    } else {
      json.writeRawValue(Text.of(number).replace("e-0", "e-"));
    }
  }

  private static void writeMap(JsonGenerator json, Map<?, ?> map) throws IOException {
    var sorted = new TreeMap<String, @Nullable Object>();
    map.forEach((key, element) -> sorted.put(text(key), element));
    json.writeStartObject();
    for (var entry : sorted.entrySet()) {
      json.writeFieldName(entry.getKey());
      write(json, entry.getValue());
    }
    json.writeEndObject();
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case Double number when number == Double.POSITIVE_INFINITY -> "Infinity";
      case Double number when number == Double.NEGATIVE_INFINITY -> "-Infinity";
      case OptionalValue optional ->
          optional.present() ? "optional.of(" + of(optional.value()) + ")" : "optional.none()";
      case OpaqueValue opaque -> opaque.toString();
      default -> Text.of(value);
    };
  }
}
