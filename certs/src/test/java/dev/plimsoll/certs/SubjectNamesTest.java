package dev.plimsoll.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectNamesTest {

  @Test
  void aNameGivenTwiceStandsOnce() throws Exception {
    assertThat(SubjectNames.parse(List.of("a.example", "A.example", "::1", "0::1")).names())
        .containsExactly("a.example", "0:0:0:0:0:0:0:1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a b",
        "-a",
        "a-",
        "a..b",
        "a_b",
        "*",
        "a.*",
        "https://a",
        "a:443",
        "1.2.3.256",
        "fe80::1%eth0",
        "::g",
        "büro.example",
        "a\nb"
      })
  void whatIsNoNameIsRefusedAndQuoted(String name) {
    assertThatThrownBy(() -> SubjectNames.parse(List.of("good.example", name)))
        .isInstanceOf(CertsException.class)
        .hasMessageStartingWith("'" + name + "' is neither a DNS name nor an IP address");
  }

  @Test
  void allWrongNamesAreNamedAtOnce() {
    assertThatThrownBy(() -> SubjectNames.parse(List.of("a b", "good.example", "c d")))
        .hasMessageStartingWith("'a b', 'c d' are neither");
  }

  @Test
  void noNameAtAllIsRefused() {
    assertThatThrownBy(() -> SubjectNames.parse(List.of())).hasMessageContaining("--san NAME");
  }
}
