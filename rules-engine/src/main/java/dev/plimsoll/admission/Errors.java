package dev.plimsoll.admission;

import dev.plimsoll.cel.GoQuote;
import dev.plimsoll.document.FieldPath;
import dev.plimsoll.policy.FieldError;
import dev.plimsoll.policy.GoJson;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Collects what is wrong with an object's fields, in the API server's order and words. */
final class Errors {
  private static final long HIGHEST_PORT = 65535;

  private final List<FieldError> all = new ArrayList<>(0);

  List<FieldError> all() {
    return all;
  }

  void required(FieldPath path, String detail) {
    add(path, "FieldValueRequired", "Required value", detail);
  }

  void invalid(FieldPath path, String value, String detail) {
    add(path, "FieldValueInvalid", "Invalid value: " + GoQuote.quote(value), detail);
  }

  void invalid(FieldPath path, String value, List<String> details) {
    details.forEach(detail -> invalid(path, value, detail));
  }

  /** Refuses a value that Go prints as JSON. */
  void invalidJson(FieldPath path, String json, String detail) {
    add(path, "FieldValueInvalid", "Invalid value: " + json, detail);
  }

  void duplicate(FieldPath path, String value) {
    add(path, "FieldValueDuplicate", "Duplicate value: " + GoQuote.quote(value), "");
  }

  void notFound(FieldPath path, String value) {
    add(path, "FieldValueNotFound", "Not found: " + GoQuote.quote(value), "");
  }

  /** Checks that a text is one of a few. */
  void oneOf(FieldPath path, String value, List<String> supported) {
    if (!supported.contains(value)) {
      add(
          path,
          "FieldValueNotSupported",
          "Unsupported value: " + GoJson.quote(value),
          "supported values: "
              + supported.stream().map(GoQuote::quote).collect(Collectors.joining(", ")));
    }
  }

  void port(FieldPath path, long port) {
    if (port < 1 || port > HIGHEST_PORT) {
      invalidJson(path, String.valueOf(port), "must be between 1 and 65535, inclusive");
    }
  }

  void notNegative(FieldPath path, Struct object, String field) {
    long number = object.number(field);
    if (number < 0) {
      invalidJson(path.field(field), String.valueOf(number), "must be greater than or equal to 0");
    }
  }

  private void add(FieldPath path, String reason, String text, String detail) {
    all.add(new FieldError(path, reason, detail.isEmpty() ? text : text + ": " + detail));
  }
}
