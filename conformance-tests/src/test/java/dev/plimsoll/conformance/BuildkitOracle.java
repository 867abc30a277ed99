package dev.plimsoll.conformance;

import dev.plimsoll.document.JsonReader;
import dev.plimsoll.document.Source;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** BuildKit's own Dockerfile frontend, as {@code conformance-tests/buildkit/build} made it. */
final class BuildkitOracle implements AutoCloseable {

  private static final Path PROGRAM =
      Path.of(
          Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
              .filter(home -> !home.isEmpty())
              .orElse(System.getProperty("user.home") + "/.cache"),
          "plimsoll/buildkit-v0.34.2/buildkit");

  private final Process process;
  private final BufferedWriter questions;
  private final BufferedReader answers;

  private BuildkitOracle(Process process) {
    this.process = process;
    this.questions = process.outputWriter(StandardCharsets.UTF_8);
    this.answers = process.inputReader(StandardCharsets.UTF_8);
  }

  static boolean available() {
    return Files.isExecutable(PROGRAM);
  }

  static BuildkitOracle start() throws IOException {
    return new BuildkitOracle(
        new ProcessBuilder(PROGRAM.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  /** Asks what BuildKit makes of a Dockerfile; the folder's README has the fields of the answer. */
  Map<?, ?> judge(String dockerfile) {
    return ask("{\"dockerfile\":" + quoted(dockerfile) + "}");
  }

  /** Asks what a word becomes when its variables are replaced. */
  Map<?, ?> expand(String word, Map<String, String> variables, char escape) {
    var env = new StringBuilder();
    variables.forEach(
        (name, value) ->
            env.append(env.isEmpty() ? "" : ",")
                .append(quoted(name))
                .append(':')
                .append(quoted(value)));
    return ask(
        "{\"word\":%s,\"env\":{%s},\"escape\":%s}"
            .formatted(quoted(word), env, quoted(String.valueOf(escape))));
  }

  private Map<?, ?> ask(String question) {
    try {
      questions.write(question + "\n");
      questions.flush();
      String answer = answers.readLine();
      if (answer == null) {
        throw new IOException("the oracle has ended");
      }
      var documents = JsonReader.read(new Source("answer", answer));
      return (Map<?, ?>) Objects.requireNonNull(documents.getFirst().root());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String quoted(String text) {
    var out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append("\\u%04x".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }

  @Override
  public void close() {
    process.destroy();
  }
}
