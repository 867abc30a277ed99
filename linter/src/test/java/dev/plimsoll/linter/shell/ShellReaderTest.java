package dev.plimsoll.linter.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShellReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '\0',
      textBlock =
          """
          apt-get update && apt-get -y install "curl"          => apt-get update; apt-get -y install curl
          a; b & c || d                                        => a; b; c; d
          if [ -f x ]; then a; elif b; then c; else d; fi; e   => [ -f x ]; a; b; c; d; e
          for i in 1 2; do a $i; done && b                     => a $i; b
          while read x; do a; done < f; b                      => read x; a; b
          case $x in a|b) c ;; *) d; esac; e                   => c; d; e
          (cd /x && make) > log 2>&1                           => cd /x; make
          { a; b; }; c                                         => a; b; c
          f() { a; }; f                                        => a; f
          function g { a; }; g x                               => a; g x
          a $(b "$(c)") `d`                                    => a $(b "$(c)") `d`; b $(c); c; d
          X=$(a) Y=2 b                                         => a; b
          sh -c 'a && b' c                                     => sh -c a && b c; a; b
          bash -euo pipefail -c "a"                            => bash -euo pipefail -c a; a
          sudo -u root apt-get install x                       => sudo -u root apt-get install x; apt-get install x
          env A=1 a b                                          => env A=1 a b; a b
          [[ $a == b && -f c ]] && d                           => d
          ((i++)); a $((1+2))                                  => a $((1+2))
          a <<< b > c 2>/dev/null                              => a
          diff <(a) <(b)                                       => diff <(a) <(b); a; b
          a # b && c                                           => a
          a#b                                                  => a#b
          ! a | b                                              => a; b
          echo {a,b} ${x:-$(c)} d}                             => echo {a,b} ${x:-$(c)} d}; c
          time a                                               => a
          arr=(a b c) x                                        => x
          fi; a                                                => fi; a
          a ) b                                                => a; b
          if a; then b                                         => a; b
          """)
  void findsThePrograms(String script, String expected) {
    var calls =
        ShellCalls.of(ShellReader.read(script, index -> index), false).stream()
            .map(ShellReaderTest::shown)
            .collect(Collectors.joining("; "));
    assertThat(calls).isEqualTo(expected);
  }

  @Test
  void knowsThePlaceOfEveryWord() {
    String script = "a 'b c' && d \"e$f\"g | h";
    var calls = ShellCalls.of(ShellReader.read(script, index -> index), false);
    assertThat(calls)
        .extracting(call -> script.substring(call.program().start(), call.end()))
        .containsExactly("a 'b c'", "d \"e$f\"g", "h");
    assertThat(calls.get(1).arguments().getFirst().constant()).isFalse();
  }

  @Test
  void knowsPipelinesAndPipefail() {
    var calls =
        ShellCalls.of(
            ShellReader.read("a | b; set -euxo pipefail; c | d; (set +o pipefail); e", i -> i),
            false);
    assertThat(calls)
        .extracting(
            call ->
                "%s %d/%d %s".formatted(call.name(), call.stage(), call.stages(), call.pipefail()))
        .containsExactly(
            "a 0/2 false",
            "b 1/2 false",
            "set 0/1 false",
            "c 0/2 true",
            "d 1/2 true",
            "set 0/1 true",
            "e 0/1 true");
  }

  @Test
  void tellsFlagsFromOperands() {
    var call =
        ShellCalls.of(
                ShellReader.read("/usr/bin/apt-get -yqq --opt=1 install a -- -b", i -> i), false)
            .getFirst();
    assertThat(call.name()).isEqualTo("apt-get");
    assertThat(call.flags()).containsExactly("y", "q", "q", "opt");
    assertThat(call.operands()).extracting(ShellWord::text).containsExactly("install", "a", "-b");
  }

  @Test
  void passesOverHeredocBodies() {
    var script = ShellReader.read("cat <<EOF > x\nnot a command\nEOF\nb\n", index -> index);
    assertThat(ShellCalls.of(script, false))
        .extracting(ShellCall::name)
        .containsExactly("cat", "b");
  }

  /** Each of these takes minutes where some step looks at what it has seen. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "((",
        "$(",
        "`",
        "$((",
        "${x:-",
        "if ",
        "case x in ",
        "{ ",
        "a <<E\n",
        "\"$(",
        "f() ",
        "a;",
        "a|",
        "'",
        "[[ ",
        "x=(",
        "!",
        "\\`",
        "for a in ",
        "a@(",
        "function "
      })
  void readsMegabytesOfAnything(String piece) {
    String text = piece.repeat(500_000 / piece.length());
    assertThat(ShellCalls.of(ShellReader.read(text, index -> index), false)).isNotNull();
  }

  private static String shown(ShellCall call) {
    return call.program().text()
        + call.arguments().stream()
            .map(ShellWord::text)
            .map(" "::concat)
            .collect(Collectors.joining());
  }

  @Test
  void joinsNothing() {
    assertThat(ShellCalls.of(ShellReader.read("", index -> index), false)).isEqualTo(List.of());
  }
}
