package dev.plimsoll.linter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.linter.cli.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminalTest {

  private static final String BAD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: a, name: b}
      """;

  @TempDir Path folder;

  @Test
  void coloursAreForPeopleOnly() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), BAD);
    var command = "lint --profile none a.yaml";
    assertThat(new Run(folder, "", true).in(command).out()).contains("\u001B[1;31merror[");
    assertThat(new Run(folder, "", false).in(command).out()).doesNotContain("\u001B");
  }

  @Test
  void noColorIsHonoured() {
    var terminal =
        new Terminal(
            InputStream.nullInputStream(),
            silent(),
            silent(),
            folder,
            Map.of("NO_COLOR", "1", "TERM", "xterm"),
            true,
            true);
    assertThat(terminal.colour()).isFalse();
  }

  @Test
  void standardInputIsJudgedAsAFile() {
    var result = new Run(folder, BAD, false).in("lint --profile none --format json -");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).contains("\"file\": \"-\"", "\"column\": 21");
  }

  @Test
  void reportsGoToFilesBesideStandardOutput() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), BAD);
    var result =
        new Run(folder).in("lint --profile none --format json=out/r.json --format github a.yaml");
    assertThat(result.out()).startsWith("::error file=a.yaml,line=3");
    assertThat(folder.resolve("out/r.json")).content().contains("\"duplicate-key\"");
  }

  @Test
  void bytesThatAreNoTextAreReported() throws IOException {
    Files.write(folder.resolve("a.yaml"), "a: \u00e9".getBytes(StandardCharsets.ISO_8859_1));
    var result = new Run(folder).in("lint --profile none --format github .");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).contains("this is no text in UTF-8: save it as such");
  }

  private static PrintStream silent() {
    return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
  }
}
