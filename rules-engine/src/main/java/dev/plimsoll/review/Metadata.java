package dev.plimsoll.review;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The metadata of an object that is a plain map. */
final class Metadata {
  private Metadata() {}

  static Map<String, @Nullable Object> of(Map<String, ?> object) {
    return map(object.get("metadata"));
  }

  static Map<String, @Nullable Object> labels(Map<String, ?> object) {
    return map(of(object).get("labels"));
  }

  /** Returns a string field of the metadata, empty if there is none. */
  static String text(Map<String, ?> object, String field) {
    return of(object).get(field) instanceof String text ? text : "";
  }

  @SuppressWarnings("unchecked") // documents' maps have strings for keys
  static Map<String, @Nullable Object> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
  }
}
