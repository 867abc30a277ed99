package dev.plimsoll.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each unreadable text becomes one problem at the place where its author has to look. */
class UnreadableTest {

  @ParameterizedTest
  @MethodSource
  void problems(String text, String place, String message) {
    var problem = YamlText.only(text).problems().getFirst();
    var span = problem.span();
    assertThat(problem.kind()).isEqualTo(Problem.Kind.UNREADABLE);
    assertThat(span.line() + ":" + span.column()).isEqualTo(place);
    assertThat(problem.message()).isEqualTo(message);
  }

  static Stream<Arguments> problems() {
    return Stream.of(
        Arguments.of(
            "a:\n\tb: 1\n",
            "2:1",
            "a tab stands in the indentation; YAML allows only spaces: replace it"),
        Arguments.of(
            "a: 1\nb: \"x\nc: 2\n",
            "2:4",
            "the quote \" opened here is never closed: add the closing one"),
        Arguments.of(
            "a: [1, 2\nb: 3\n",
            "1:4",
            "the \"[\" opened here is not closed, or a comma is missing on line 2"),
        Arguments.of(
            "list:\n  - name: x\n   image: y\n",
            "3:4",
            "this doesn't fit what started on line 2: mend the indentation, or quote the value"),
        Arguments.of(
            "a: b: c\n",
            "1:5",
            "a \":\" stands where no key can be: quote the value if it belongs to it, or mend the"
                + " indentation"),
        Arguments.of("a: @b\n", "1:4", "a value cannot start with \"@\": put it in quotes"),
        Arguments.of(
            "a: \"\\q\"\n",
            "1:6",
            "\"\\q\" is no escape in double quotes: double the backslash, or use single quotes"),
        Arguments.of(
            "a: 😀\u0000\n",
            "1:5",
            "the character U+0000 is not allowed in YAML: delete it, or write \"\\u0000\" in double"
                + " quotes"),
        Arguments.of(
            "a: *b\n",
            "1:4",
            "the alias \"*b\" has no anchor: no \"&b\" stands above it in this document"),
        Arguments.of(
            "a: &a [*a]\n",
            "1:8",
            "the alias \"*a\" stands inside what it names, so it would never end"),
        Arguments.of(
            "a: {{ .Values.name }}\n",
            "1:5",
            "a mapping or list is used as a key; a template's {{ … }} as a bare value looks like"
                + " this too: put it in quotes"),
        Arguments.of(
            "<<: 1\n", "1:5", "\"<<\" merges a mapping or a list of mappings, and this is neither"),
        Arguments.of(
            "[".repeat(10_000),
            "1:1001",
            "nested deeper than 1,000 levels: no Kubernetes object is"),
        Arguments.of(
            "{\"a\":".repeat(10_000),
            "1:5001",
            "nested deeper than 1,000 levels: no Kubernetes object is"),
        Arguments.of(
            bomb(),
            "5:22",
            "aliases make this document too large: expanded, nearly all of it would be copies;"
                + " write the values out or use fewer aliases"),
        Arguments.of(
            "{\"a\": 1,,}",
            "1:9",
            "\",\" cannot stand here in JSON: expected double-quote to start field name"),
        Arguments.of(
            "{\"a\": \"x",
            "1:8",
            "the JSON text ends too early: a quote, brace or bracket is not closed"));
  }

  private static String bomb() {
    var text = new StringBuilder("# aliases of aliases\na0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 30; i++) {
      var aliases = ("*a" + (i - 1) + ",").repeat(9);
      text.append("a%d: &a%d [%s]\n".formatted(i, i, aliases));
    }
    return text.toString();
  }
}
