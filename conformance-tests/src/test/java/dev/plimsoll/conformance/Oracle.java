package dev.plimsoll.conformance;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The API server's own code, asked by JSON lines: the program in {@code oracle/}. */
final class Oracle implements AutoCloseable {
  private static final Path SOURCES = Repository.ROOT.resolve("conformance-tests/oracle");

  private final Process process;
  private final BufferedWriter questions;
  private final BufferedReader answers;

  private Oracle(Path binary) throws IOException {
    process =
        new ProcessBuilder(binary.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    questions = process.outputWriter(StandardCharsets.UTF_8);
    answers = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Starts the oracle, building it first; nothing where there is no Go to build it with. */
  static Optional<Oracle> start() throws IOException, InterruptedException {
    var go = new ProcessBuilder("which", "go").start();
    if (go.waitFor() != 0) {
      return Optional.empty();
    }
    var build =
        new ProcessBuilder(SOURCES.resolve("build").toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var folder = new String(build.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    var binary = Path.of(folder).resolve("oracle");
    return build.waitFor() == 0 && Files.isExecutable(binary)
        ? Optional.of(new Oracle(binary))
        : Optional.empty();
  }

  String ask(String question) throws IOException {
    questions.write(question);
    questions.newLine();
    questions.flush();
    var answer = answers.readLine();
    if (answer == null) {
      throw new IOException("the oracle is gone");
    }
    return answer;
  }

  @Override
  public void close() throws IOException {
    questions.close();
    process.destroy();
  }
}
