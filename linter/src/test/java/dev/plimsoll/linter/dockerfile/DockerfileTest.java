package dev.plimsoll.linter.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DockerfileTest {

  private static final String SAMPLE =
      """
      # syntax=docker/dockerfile:1
      # escape=\\

      ARG TAG=3.20
      # build compiles
      FROM --platform=$BUILDPLATFORM golang:${TAG} AS build
      RUN --mount=type=cache,target=/root \\
          # why not
          go build -o /app ./... && \\

          strip /app
      RUN <<-"EOF" bash
      \techo "$HOME"
      \tEOF
      COPY ["a b", "/c\\u00e9"]
      ENV A=1 B="two words"
      ONBUILD COPY --chown=1:1 . /src
      HEALTHCHECK --interval=5s CMD ["curl", "-f"]
      """;

  @Test
  void knowsThePlaceOfEveryWord() {
    var file = Dockerfile.parse(SAMPLE);
    assertThat(file.problems()).isEmpty();
    var words = new ArrayList<String>();
    file.instructions().forEach(instruction -> collect(instruction, words));
    assertThat(words)
        .containsExactly(
            "ARG=ARG",
            "TAG=3.20=TAG=3.20",
            "FROM=FROM",
            "--platform=$BUILDPLATFORM=--platform=$BUILDPLATFORM",
            "$BUILDPLATFORM=$BUILDPLATFORM",
            "golang:${TAG}=golang:${TAG}",
            "AS=AS",
            "build=build",
            "RUN=RUN",
            "--mount=type=cache,target=/root=--mount=type=cache,target=/root",
            "type=cache,target=/root=type=cache,target=/root",
            "go build -o /app ./... &&     strip /app="
                + "go build -o /app ./... && \\\n\n    strip /app",
            "RUN=RUN",
            "<<-\"EOF\" bash=<<-\"EOF\" bash",
            "<<-\"EOF\"=<<-\"EOF\"",
            "\techo \"$HOME\"\n=\techo \"$HOME\"\n",
            "COPY=COPY",
            "a b=\"a b\"",
            "/c\u00e9=\"/c\\u00e9\"",
            "ENV=ENV",
            "A=A",
            "1=1",
            "B=B",
            "\"two words\"=\"two words\"",
            "ONBUILD=ONBUILD",
            "COPY=COPY",
            "--chown=1:1=--chown=1:1",
            "1:1=1:1",
            ".=.",
            "/src=/src",
            "HEALTHCHECK=HEALTHCHECK",
            "--interval=5s=--interval=5s",
            "5s=5s",
            "CMD=CMD",
            "curl=\"curl\"",
            "-f=\"-f\"");
  }

  @Test
  void knowsTheLinesOfEveryInstruction() {
    assertThat(Dockerfile.parse(SAMPLE).instructions())
        .extracting(it -> it.name() + " " + it.line() + "-" + it.endLine())
        .containsExactly(
            "ARG 4-4",
            "FROM 6-6",
            "RUN 7-11",
            "RUN 12-14",
            "COPY 15-15",
            "ENV 16-16",
            "ONBUILD 17-17",
            "HEALTHCHECK 18-18");
  }

  @Test
  void keepsHeredocBodiesAsTheBuildSeesThem() {
    var heredoc = Dockerfile.parse(SAMPLE).instructions().get(3).heredocs().getFirst();
    assertThat(heredoc.name()).isEqualTo("EOF");
    assertThat(heredoc.expand()).isFalse();
    assertThat(heredoc.content()).isEqualTo("echo \"$HOME\"\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n\n",
        "\uFEFFFROM a\r\nRUN b \\\r\n  c\r\n",
        "FROM a\nRUN <<A <<B\nx\nA\ny\n",
        "RUN x\\",
        "\\\n\\\n",
        "# a\n#b\n  # c\nFROM x",
        SAMPLE
      })
  void printsTheSameBytes(String text) {
    assertThat(Dockerfile.parse(text).print()).isEqualTo(text);
  }

  @Test
  void readsOnAfterWhatBuildkitRefuses() {
    var file =
        Dockerfile.parse(
            """
            FROM alpine
            COPPY a b
            ENV A=1 B
            RUN ["a", 1]
            COPY --form=x a b
            RUN <<EOF
            body
            USER 1000
            CMD ["x"]
            """);
    assertThat(file.problems())
        .extracting(Problem::line, Problem::message)
        .containsExactly(
            tuple(2, "there is no instruction 'COPPY' (did you mean COPY?)"),
            tuple(3, "'B' has no '=': write ENV name=value, and quote a value that holds blanks"),
            tuple(4, "1 is not a string: the JSON array of an instruction holds strings only"),
            tuple(5, "COPY has no flag --form (did you mean --from?)"),
            tuple(6, "the heredoc '<<EOF' is not ended: a line with EOF alone is missing"));
    assertThat(file.instructions())
        .extracting(Instruction::name)
        .containsExactly("FROM", "COPPY", "ENV", "RUN", "COPY", "RUN", "USER", "CMD");
  }

  @Test
  void refusesALineThatBuildkitCannotRead() {
    String longest = "RUN " + "x".repeat(Lines.LONGEST - 4);
    assertThat(Dockerfile.parse("FROM a\n" + longest + "\n").problems()).isEmpty();
    assertThat(Dockerfile.parse("FROM a\n" + longest + "x\nCMD y\n").problems()).hasSize(1);
  }

  /** Each of these takes minutes where some step looks at what it has seen. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\\n",
        "RUN <<E$\n",
        "RUN a\\\n",
        "ONBUILD \\\n",
        "${x:-",
        "RUN [[[\n",
        "RUN \"\n",
        "A='\n",
        "# x\n",
        "--x=\" ",
        "RUN cat <<EOF\nx\nEOF\n",
        "\\\n\n",
        "[{\"a\":",
        "ENV A=1 "
      })
  void readsMegabytesOfAnything(String piece) {
    int count = 2_000_000 / piece.length();
    String text = "FROM a\nRUN " + piece.repeat(count);
    assertThat(Dockerfile.parse(text).print()).hasSameSizeAs(text);
  }

  @Test
  void readsHeredocsThatNeverEndInOnePass() {
    var text = new StringBuilder("FROM a\n");
    for (int i = 0; i < 100_000; i++) {
      text.append("RUN <<E").append(i).append('\n');
    }
    assertThat(Dockerfile.parse(text.toString()).problems()).hasSize(100_000);
  }

  private static void collect(Instruction instruction, List<String> out) {
    add(instruction.keyword(), out);
    for (var flag : instruction.flags()) {
      add(flag.word(), out);
      if (flag.value() != null) {
        add(flag.value(), out);
      }
    }
    collect(instruction.arguments(), out);
    for (var heredoc : instruction.heredocs()) {
      add(heredoc.operator(), out);
      add(heredoc.body(), out);
    }
  }

  private static void collect(Arguments arguments, List<String> out) {
    switch (arguments) {
      case Arguments.None none -> {}
      case Arguments.Unread unread -> {}
      case Arguments.Text(Word word) -> add(word, out);
      case Arguments.Json json -> json.words().forEach(word -> add(word, out));
      case Arguments.Words words -> words.words().forEach(word -> add(word, out));
      case Arguments.Pairs pairs ->
          pairs
              .pairs()
              .forEach(
                  pair -> {
                    add(pair.name(), out);
                    add(pair.value(), out);
                  });
      case Arguments.Health health -> {
        add(health.type(), out);
        collect(health.command(), out);
      }
      case Arguments.Trigger(Instruction inner) -> collect(inner, out);
    }
  }

  private static void add(Word word, List<String> out) {
    out.add(word.text() + "=" + SAMPLE.substring(word.start(), word.end()));
  }
}
