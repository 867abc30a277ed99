package dev.plimsoll.cel.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.cel.EvaluationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which regular expressions are refused, in the words of Go's regexp as the oracle gave them. */
class PatternsTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      textBlock =
          """
          (a{100}){100}         | invalid repeat count: `{100}`
          (a{20}b{3}){60}       | invalid repeat count: `{60}`
          (a{3}){334}?          | invalid repeat count: `{334}?`
          (a{2,}){501}          | invalid repeat count: `{501}`
          a{1001}               | invalid repeat count: `{1001}`
          \\\\                    | trailing backslash at end of expression: ``
          \\\\é                   | invalid escape sequence: `\\\\é`
          (?P<n>a               | missing closing ): `(?P<n>a`
          """)
  void refusesWhatGoRefuses(String regex, String problem) {
    assertThatThrownBy(() -> Patterns.compile(regex.replace("\\\\", "\\")))
        .isInstanceOf(EvaluationException.class)
        .hasMessage("error parsing regexp: " + problem.replace("\\\\", "\\"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"(a{3}){333}", "\\Q(a{100}){100}\\E", "[(]{1000}", "(?P<n>a)(?P<n>b)"})
  void takesWhatGoTakes(String regex) {
    assertThat(Patterns.compile(regex)).isNotNull();
  }

  @Test
  void refusesToDescendForever() {
    assertThatThrownBy(() -> Patterns.compile("(".repeat(100_000)))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("expression nests too deeply");
  }
}
