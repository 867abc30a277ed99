package dev.plimsoll.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where values stand, as the text that a report would mark. */
class PlacesTest {

  private static final String YAML =
      """
      # a comment 😀
      kind: Pod
      metadata: {name: "web😀", labels: {app: x}}
      spec:
        image: &tag   nginx:1
        again: *tag
        typed: !!str 12
        text: |
          one
          two

        empty:
        nothing: ~
        containers:
        - name: a
          args: ["-x",   "y z"]
        -   # odd
          name: b
        - plain
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          | kind
          kind | Pod
          kind.of.nothing | Pod
          metadata | metadata
          metadata.name | "web😀"
          metadata.labels.app | x
          metadata.labels.tier | labels
          spec.image | nginx:1
          spec.again | *tag
          spec.typed | 12
          spec.empty | empty
          spec.nothing | ~
          spec.containers | containers
          spec.containers.0 | name: a
          spec.containers.0.args | args
          spec.containers.0.args.1 | "y z"
          spec.containers.1 | name: b
          spec.containers.1.name | b
          spec.containers.2 | plain
          spec.containers.7 | containers
          """)
  void yaml(String path, String marked) {
    assertThat(marked(YAML, path == null ? "" : path)).isEqualTo(marked);
  }

  @Test
  void aBlockTextStandsFromItsBarToItsLastWord() {
    var span = YamlText.only(YAML).place(path("spec.text"));
    assertThat(List.of(span.line(), span.column(), span.endLine(), span.endColumn()))
        .containsExactly(8, 9, 10, 8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          | "kind"
          kind | "Pod"
          spec | "spec"
          spec.list.0 | 1
          spec.list.1 | "é 😀"
          spec.list.2.x | -1.5e3
          spec.list.2.y | null
          spec.missing | "spec"
          """)
  void json(String path, String marked) {
    var text =
        """
        {"kind" : "Pod",
         "spec":{"list": [1, "é 😀", {"x":-1.5e3, "y": null}]}}
        """;
    assertThat(marked(text, path == null ? "" : path)).isEqualTo(marked);
  }

  @Test
  void carriageReturnsAndAByteOrderMarkDoNotMoveAnything() {
    assertThat(marked("\uFEFFa: 1\r\nb:\r\n  c: \"x\"\r\n", "b.c")).isEqualTo("\"x\"");
  }

  @Test
  void commentsAreFoundOutsideOfTexts() {
    var text =
        """
        # plimsoll: ignore x -- above
        a: b#c   # after a value
        b: "no # comment"
        c: |  # in a header
          # text
        d: 'it # too'
          # alone
        """;
    assertThat(YamlText.only(text).comments())
        .containsExactly(
            new Document.Comment(1, 1, " plimsoll: ignore x -- above", true),
            new Document.Comment(2, 10, " after a value", false),
            new Document.Comment(4, 7, " in a header", false),
            new Document.Comment(7, 3, " alone", true));
  }

  @Test
  void aCommentBelongsToTheDocumentBelowTheMarker() {
    var documents = YamlText.read("a: 1 # one\n---\n# two\nb: 2\n");
    assertThat(documents)
        .extracting(document -> document.comments().getFirst().text())
        .containsExactly(" one", " two");
  }

  private static String marked(String text, String path) {
    var document = YamlText.only(text);
    var span = document.place(path(path));
    var line = document.source().line(span.line());
    int start = line.offsetByCodePoints(0, span.column() - 1);
    int end =
        span.endLine() == span.line()
            ? line.offsetByCodePoints(0, span.endColumn() - 1)
            : line.length();
    return line.substring(start, end);
  }

  private static FieldPath path(String dotted) {
    var path = FieldPath.ROOT;
    for (var part : dotted.isEmpty() ? new String[0] : dotted.split("\\.")) {
      path =
          Character.isDigit(part.charAt(0)) ? path.item(Integer.parseInt(part)) : path.field(part);
    }
    return path;
  }
}
