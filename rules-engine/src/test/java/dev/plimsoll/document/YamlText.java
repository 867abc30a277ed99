package dev.plimsoll.document;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads texts of tests. */
final class YamlText {

  private YamlText() {}

  static List<Document> read(String text) {
    return DocumentReader.read(new Source("test.yaml", text));
  }

  static Document only(String text) {
    var documents = read(text);
    if (documents.size() != 1) {
      throw new AssertionError("not one document: " + documents);
    }
    return documents.getFirst();
  }

  /** Returns what stands under the key {@code a}. */
  static @Nullable Object value(String text) {
    var document = only(text);
    if (document.root() instanceof Map<?, ?> map) {
      return map.get("a");
    }
    throw new AssertionError(document.problems().toString());
  }
}
