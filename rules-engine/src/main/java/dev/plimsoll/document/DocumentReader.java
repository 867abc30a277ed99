package dev.plimsoll.document;

import java.util.List;

/**
 * Reads the documents of a file as kubectl does: a text that starts with a brace is a stream of
 * JSON objects, or else YAML; anything else is YAML.
 */
public final class DocumentReader {

  private DocumentReader() {}

  /**
   * Returns the documents of a text in file order, without empty ones. A document that can't be
   * read has no root and one {@link Problem}; the others are not affected.
   */
  public static List<Document> read(Source source) {
    int brace = firstCharacter(source.text(), 0);
    if (brace < 0 || source.text().charAt(brace) != '{') {
      return YamlReader.read(source);
    }
    var json = JsonReader.read(source);
    if (readable(json) || source.name().endsWith(".json")) {
      return json;
    }
    var yaml = YamlReader.read(source);
    return readable(yaml) || !looksLikeJson(source.text(), brace) ? yaml : json;
  }

  private static boolean looksLikeJson(String text, int brace) {
    int next = firstCharacter(text, brace + 1);
    return next > 0 && text.charAt(next) == '"';
  }

  private static int firstCharacter(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isWhitespace(c) && c != Source.BYTE_ORDER_MARK) {
        return i;
      }
    }
    return -1;
  }

  private static boolean readable(List<Document> documents) {
    return documents.stream()
        .flatMap(document -> document.problems().stream())
        .noneMatch(problem -> problem.kind() == Problem.Kind.UNREADABLE);
  }
}
