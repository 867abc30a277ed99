package dev.plimsoll.policy;

import dev.plimsoll.cel.GoQuote;
import dev.plimsoll.document.FieldPath;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Something that the API server refuses in a field, with its text.
 *
 * @param reason {@code FieldValueInvalid}, {@code FieldValueRequired}, ...
 * @param message without the field's path: {@code Required value}
 */
public record FieldError(FieldPath path, String reason, String message) {

  static FieldError required(FieldPath path, String detail) {
    return error(path, "FieldValueRequired", "Required value", detail);
  }

  static FieldError forbidden(FieldPath path, String detail) {
    return error(path, "FieldValueForbidden", "Forbidden", detail);
  }

  static FieldError invalid(FieldPath path, String value, String detail) {
    return error(path, "FieldValueInvalid", "Invalid value: " + GoQuote.quote(value), detail);
  }

  static FieldError invalid(FieldPath path, List<String> values, String detail) {
    return error(path, "FieldValueInvalid", "Invalid value: " + json(values), detail);
  }

  /** Refuses a list of objects, each given as names and values in turn. */
  static FieldError invalidObjects(FieldPath path, List<List<String>> objects, String detail) {
    var text =
        objects.stream()
            .map(
                object ->
                    IntStream.range(0, object.size() / 2)
                        .mapToObj(
                            i ->
                                GoJson.quote(object.get(2 * i))
                                    + ":"
                                    + GoJson.quote(object.get(2 * i + 1)))
                        .collect(Collectors.joining(",", "{", "}")))
            .collect(Collectors.joining(",", "[", "]"));
    return error(path, "FieldValueInvalid", "Invalid value: " + text, detail);
  }

  static FieldError notSupported(FieldPath path, String value, List<String> supported) {
    var choice = supported.stream().map(GoQuote::quote).collect(Collectors.joining(", "));
    return error(
        path,
        "FieldValueNotSupported",
        "Unsupported value: " + GoJson.quote(value),
        "supported values: " + choice);
  }

  static FieldError duplicate(FieldPath path, String value) {
    return error(path, "FieldValueDuplicate", "Duplicate value: " + GoQuote.quote(value), "");
  }

  static FieldError tooMany(FieldPath path, int count, int limit) {
    return error(
        path, "FieldValueTooMany", "Too many: " + count, "must have at most " + limit + " items");
  }

  static FieldError tooLong(FieldPath path, int limit) {
    return error(path, "FieldValueTooLong", "Too long", "may not be more than " + limit + " bytes");
  }

  /** A field that its type doesn't have, which the API server refuses when it reads strictly. */
  static FieldError unknown(FieldPath path) {
    return new FieldError(path, "FieldUnknown", "unknown field \"" + path + "\"");
  }

  /** A value of another type than the field's. */
  static FieldError wrongType(FieldPath path, String got, String wanted) {
    return new FieldError(
        path,
        "FieldValueTypeInvalid",
        "cannot unmarshal " + got + " into a field of type " + wanted);
  }

  private static FieldError error(FieldPath path, String reason, String text, String detail) {
    return new FieldError(path, reason, detail.isEmpty() ? text : text + ": " + detail);
  }

  private static String json(List<String> values) {
    return values.stream().map(GoJson::quote).collect(Collectors.joining(",", "[", "]"));
  }

  /** Returns the whole text: {@code spec.validations: Required value}. */
  @Override
  public String toString() {
    return reason.equals("FieldUnknown") ? message : path + ": " + message;
  }
}
