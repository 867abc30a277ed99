package dev.plimsoll.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected values were produced with sigs.k8s.io/yaml 1.6.0. */
class YamlScalarsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          yes      | true
          Off      | false
          y        | true
          tRue     | "tRue"
          ~        | null
          NULL     | null
          0777     | 511
          0o17     | 15
          -0x1F    | -31
          0b101    | 5
          0b2      | "0b2"
          1_000    | 1000
          08       | 8
          09.5     | 9.5
          1.0      | 1
          1.5      | 1.5
          .5       | 0.5
          .5_9     | 0.59
          +.5      | 0.5
          1e3      | 1000
          1e21     | 1.0E21
          1e20     | 1.0E20
          1e999    | "1e999"
          -0.0     | 0
          9223372036854775807    | 9223372036854775807
          9223372036854775808    | 9.223372036854776E18
          -9223372036854775809   | -9.223372036854776E18
          1234567890123456789.0  | 1234567890123456800
          2001-01-01             | "2001-01-01"
          1:30                   | "1:30"
          1.2.3                  | "1.2.3"
          100m                   | "100m"
          !!str yes              | "yes"
          !!int 0x10             | 16
          !!float 3              | 3
          !!binary aGk=          | "hi"
          !Ref thing             | "thing"
          <<                     | "<<"
          """)
  void plainWords(String text, String expected) {
    assertThat(shown(YamlText.value("a: " + text))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'yes'", "\"yes\"", "|\n  yes", ">-\n  yes"})
  void quotedWordsStayText(String text) {
    assertThat(YamlText.value("a: " + text)).isEqualTo("yes");
  }

  @ParameterizedTest
  @CsvSource({
    "on, true",
    "0x10, 16",
    "1.50, 1.5",
    "1e6, 1e+06",
    "123456, 123456",
    "0.00001, 1e-05",
    "2001-01-01, 2001-01-01",
    ".inf, .inf",
    "1.0, 1"
  })
  void keysBecomeTexts(String key, String expected) {
    assertThat(YamlText.only(key + ": 1").root()).isEqualTo(Map.of(expected, 1L));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a: .inf   | ".inf" is no number that JSON and so Kubernetes could hold; for a text, put it in quotes
          a: !!int x | "x" is no !!int: change one of them
          ~: x       | a key is missing before this ":" (or is null): write one, or quote it
          9223372036854775808: x | the key 9223372036854775808 is too large for a number: put it in quotes
          """)
  void whatJsonCannotHoldIsUnreadable(String text, String message) {
    assertThat(YamlText.only(text).problems())
        .extracting(Problem::kind, Problem::message)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Problem.Kind.UNREADABLE, message));
  }

  @Test
  void blockTextAtTheEndOfAFileWithoutABreakHasNone() {
    assertThat(YamlText.value("a: |\n  b")).isEqualTo("b");
    assertThat(YamlText.value("a: |\n  b\n")).isEqualTo("b\n");
  }

  private static String shown(@Nullable Object value) {
    return value instanceof String text ? "\"" + text + "\"" : String.valueOf(value);
  }
}
