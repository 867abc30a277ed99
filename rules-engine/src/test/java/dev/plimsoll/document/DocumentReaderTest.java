package dev.plimsoll.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentReaderTest {

  @Test
  void documentsAreDividedByMarkerLines() {
    var documents =
        YamlText.read(
            """
            # the first
            a: 1
            --- # the second
            b: "--- is text here"
            c: |
              ---
            ...
            ---
            # nothing

            ---
            d: 3
            """);
    assertThat(documents)
        .extracting(Document::root)
        .containsExactly(
            Map.of("a", 1L), Map.of("b", "--- is text here", "c", "---\n"), Map.of("d", 3L));
  }

  @Test
  void directivesBelongToTheDocumentBelowThem() {
    assertThat(YamlText.only("%YAML 1.1\n# note\n---\na: 1\n").root()).isEqualTo(Map.of("a", 1L));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "# only a comment\n", "---\n---\n", "\uFEFF"})
  void emptyTextsHoldNoDocument(String text) {
    assertThat(YamlText.read(text)).isEmpty();
  }

  @Test
  void whatIsWrongWithOneDocumentDoesNotTouchTheNext() {
    var documents = YamlText.read("a: 1\n---\nb: \"x\n---\nc: 3\n");
    assertThat(documents)
        .extracting(Document::root, document -> document.problems().size())
        .containsExactly(tuple(Map.of("a", 1L), 0), tuple(null, 1), tuple(Map.of("c", 3L), 0));
  }

  @Test
  void jsonObjectsMayFollowEachOther() {
    assertThat(YamlText.read("{\"a\": 1.0}\n{\"a\": [1e3, 9223372036854775808, -0, null]}"))
        .extracting(Document::root)
        .containsExactly(
            Map.of("a", 1.0), Map.of("a", Arrays.asList(1000.0, 9223372036854775808.0, 0L, null)));
  }

  @Test
  void aBraceMayAlsoStartYaml() {
    assertThat(YamlText.only("{a: b, c: [d, yes]}").root())
        .isEqualTo(Map.of("a", "b", "c", List.of("d", true)));
  }

  @Test
  void mergedEntriesCountWhereTheyStand() {
    var document =
        YamlText.only(
            """
            base: &base {image: nginx, port: 80}
            before:
              <<: *base
              port: 81
            after:
              port: 81
              <<: *base
            list:
              <<: [*base, {image: httpd, tag: v1}]
            """);
    var before = Map.of("image", "nginx", "port", 81L);
    var after = Map.of("image", "nginx", "port", 80L);
    var list = Map.of("image", "nginx", "port", 80L, "tag", "v1");
    assertThat(document.root())
        .isEqualTo(Map.of("base", after, "before", before, "after", after, "list", list));
    assertThat(document.problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: 1\nb: 2\na: 3\n", "{\"a\": 1, \"b\": 2,\n\n\"a\": 3}"})
  void theLastOfEqualKeysWinsAndIsReported(String text) {
    var document = YamlText.only(text);
    assertThat(document.root()).isEqualTo(Map.of("a", 3L, "b", 2L));
    assertThat(document.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.kind()).isEqualTo(Problem.Kind.DUPLICATE_KEY);
              assertThat(problem.span().line()).isEqualTo(3);
              assertThat(problem.message())
                  .startsWith("the key \"a\" stands twice in this")
                  .contains("first on line 1");
            });
  }

  @Test
  void longFilesAreReadWhole() {
    var text = "a: " + "x".repeat(5_000_000) + "\nb: 1\n";
    assertThat(YamlText.only(text).root())
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
        .containsEntry("b", 1L);
  }
}
