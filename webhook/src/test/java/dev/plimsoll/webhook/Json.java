package dev.plimsoll.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer's JSON, read in tests. */
record Json(@Nullable Object root) {

  static Json of(String text) throws UnreadableException {
    return new Json(JsonTree.decode(text.getBytes(UTF_8)));
  }

  /** Returns what stands at a path such as {@code response.status.code}, or null. */
  @Nullable Object at(String path) {
    var value = root;
    for (var field : path.split("\\.")) {
      value = value instanceof Map<?, ?> map ? map.get(field) : null;
    }
    return value;
  }

  String text(String path) {
    return String.valueOf(at(path));
  }

  List<?> list(String path) {
    return at(path) instanceof List<?> list ? list : List.of();
  }
}
