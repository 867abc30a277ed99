package dev.plimsoll.linter.dockerfile.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.cel.Type;
import dev.plimsoll.document.FieldPath;
import dev.plimsoll.document.ListNode;
import dev.plimsoll.document.MapNode;
import dev.plimsoll.document.Source;
import dev.plimsoll.policy.DeskTypes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DockerfileResourceTest {

  private static final String SAMPLE =
      """
      # syntax=docker/dockerfile:1
      ARG GO=1.26
      FROM --platform=$BUILDPLATFORM ghcr.io/library/golang:${GO}@sha256:00 AS build
      WORKDIR /src
      RUN --mount=type=cache,target=/root sudo -E apt-get install -y \\
          curl > /dev/null && X=1 sh -c 'make | tee log'
      FROM scratch
      COPY --from=build --chown=1:1 /app $MISSING /bin/
      COPY <<EOF /etc/x
      a
      EOF
      LABEL a=b c="d e"
      ENV PATH=/x:$PATH OLD new
      EXPOSE 80/TCP 8080-8090
      USER 1000:1000
      HEALTHCHECK --interval=5s CMD wget x
      ONBUILD RUN make
      VOLUME /data
      ENTRYPOINT ["/app"]
      CMD run
      """
          .replace(" OLD new", "");

  @Test
  void hasTheFieldsThatPoliciesAreCheckedAgainst() {
    var differences = new ArrayList<String>();
    compare("object", DeskTypes.DOCKERFILE, read(SAMPLE), differences);
    assertThat(differences).isEmpty();
  }

  @Test
  void knowsWhatTheFinalStageComesTo() {
    assertThat(text(SAMPLE, "stages[1].user")).isEqualTo("1000:1000");
    assertThat(text(SAMPLE, "stages[1].healthcheck")).isEqualTo("CMD");
    assertThat(text(SAMPLE, "stages[1].environment.PATH"))
        .endsWith("/x:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
    assertThat(text(SAMPLE, "stages[1].cmdForm")).isEqualTo("shell");
    assertThat(value(SAMPLE, "stages[0].ships")).isEqualTo(false);
    assertThat(value(SAMPLE, "stages[0].needed")).isEqualTo(true);
    assertThat(text(SAMPLE, "stages[0].image.tag")).isEqualTo("1.26");
    assertThat(text(SAMPLE, "stages[0].image.registry")).isEqualTo("ghcr.io");
    assertThat(text(SAMPLE, "stages[0].image.digest")).isEqualTo("sha256:00");
  }

  @Test
  void knowsTheProgramsThatRun() {
    var commands = (ListNode) value(SAMPLE, "instructions[3].commands");
    assertThat(commands)
        .extracting(command -> ((MapNode) command).get("text"))
        .containsExactly(
            "sudo -E apt-get install -y curl",
            "apt-get install -y curl",
            "sh -c make | tee log",
            "make",
            "tee log");
    assertThat(place(SAMPLE, "instructions[3].commands[1].operands[1]")).isEqualTo("6:5 curl");
  }

  @Test
  void placesFactsAtTheirWords() {
    assertThat(place(SAMPLE, "stages[1].user")).isEqualTo("15:6 1000:1000");
    assertThat(place(SAMPLE, "stages[0].image.tag"))
        .isEqualTo("3:32 ghcr.io/library/golang:${GO}@sha256:00");
    assertThat(place(SAMPLE, "instructions[5].undefined[0].name")).isEqualTo("8:36 $MISSING");
    assertThat(place(SAMPLE, "instructions[5].noSuchField"))
        .isEqualTo("8:1 COPY --from=build --chown=1:1 /app $MISSING /bin/");
    assertThat(place(SAMPLE, "noSuchField")).startsWith("2:1 ");
  }

  @Test
  void readsStagesByTheHundredThousand() {
    var text = new StringBuilder("FROM a AS s0\n");
    for (int i = 1; i < 20_000; i++) {
      text.append("FROM s%d AS s%d\nENV A%d=$PATH\n".formatted(i - 1, i, i));
    }
    assertThat(read(text.toString())).isNotNull();
  }

  @Test
  void leavesOutWhatDockerignoreLeavesOut() {
    var context =
        new BuildContext(
            true, true, BuildContext.patterns("# x\n*.md\n**/node_modules\ndocs/\n"), List.of());
    assertThat(List.of("README.md", "a/node_modules/x", "docs/a", "./docs"))
        .allMatch(context::ignores);
    assertThat(List.of("a/README.md", "src", ".", "docs2")).noneMatch(context::ignores);
    assertThat(new BuildContext(true, true, List.of("*"), List.of()).ignores(".")).isTrue();
    assertThat(new BuildContext(true, true, List.of("*", "!src"), List.of()).ignores("x"))
        .isFalse();
  }

  private static MapNode read(String text) {
    var document =
        DockerfileResource.read(new Source("Dockerfile", text), BuildContext.UNKNOWN).document();
    assertThat(document.problems()).isEmpty();
    return (MapNode) java.util.Objects.requireNonNull(document.root());
  }

  private static FieldPath path(String text) {
    var path = FieldPath.ROOT;
    for (var part : text.replace("[", ".[").split("\\.")) {
      path =
          part.startsWith("[")
              ? path.item(Integer.parseInt(part.substring(1, part.length() - 1)))
              : path.field(part);
    }
    return path;
  }

  private static @Nullable Object value(String text, String path) {
    Object node = read(text);
    for (var segment : path(path).segments()) {
      node =
          segment instanceof Integer index
              ? ((ListNode) java.util.Objects.requireNonNull(node)).get(index)
              : ((MapNode) java.util.Objects.requireNonNull(node)).get(segment);
    }
    return node;
  }

  private static String text(String text, String path) {
    return String.valueOf(value(text, path));
  }

  private static String place(String text, String path) {
    var document =
        DockerfileResource.read(new Source("Dockerfile", text), BuildContext.UNKNOWN).document();
    var span = document.place(path(path));
    String line = document.source().line(span.line());
    int end = span.endLine() == span.line() ? span.endColumn() - 1 : line.length();
    return "%d:%d %s".formatted(span.line(), span.column(), line.substring(span.column() - 1, end));
  }

  private static void compare(
      String path, Type type, @Nullable Object value, List<String> differences) {
    boolean fits =
        switch (type) {
          case Type.Struct struct -> {
            if (!(value instanceof MapNode map)) {
              yield false;
            }
            struct
                .fields()
                .forEach(
                    (name, field) -> compare(path + "." + name, field, map.get(name), differences));
            map.keySet().stream()
                .filter(name -> !struct.fields().containsKey(name))
                .forEach(name -> differences.add(path + "." + name + " is not declared"));
            yield true;
          }
          case Type.ListOf(var element) -> {
            if (!(value instanceof ListNode list)) {
              yield false;
            }
            for (int i = 0; i < list.size(); i++) {
              compare(path + "[" + i + "]", element, list.get(i), differences);
            }
            yield true;
          }
          case Type.MapOf map -> value instanceof MapNode;
          case Type.Simple simple ->
              switch (simple) {
                case STRING -> value instanceof String;
                case INT -> value instanceof Long;
                case BOOL -> value instanceof Boolean;
                case UINT, DOUBLE, BYTES, NULL, DYN, TIMESTAMP, DURATION -> false;
              };
          case Type.OptionalOf _, Type.TypeOf _, Type.Opaque _, Type.Parameter _ -> false;
        };
    if (!fits) {
      differences.add(path + " is no " + type + ": " + value);
    }
  }
}
