package dev.plimsoll.linter;

import dev.plimsoll.linter.cli.Commands;
import dev.plimsoll.linter.cli.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Runs commands in a folder, as the launcher would. */
final class Run {

  private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

  private final Path folder;
  private final InputStream in;
  private final boolean terminal;

  Run(Path folder) {
    this(folder, "", false);
  }

  /**
   * @param input what comes on standard input
   * @param terminal whether a person reads the output as it comes
   */
  Run(Path folder, String input, boolean terminal) {
    this.folder = folder.toAbsolutePath();
    this.in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    this.terminal = terminal;
  }

  /** What a command printed, and its exit code. */
  record Result(String out, String err, int code) {

    String shown() {
      var text = new StringBuilder(out);
      err.lines().forEach(line -> text.append("err: ").append(line).append('\n'));
      return text.append("exit code ").append(code).append("\n").toString();
    }
  }

  /** Runs a line as a shell would split it. */
  Result in(String line) {
    var words = new ArrayList<String>();
    var matcher = WORD.matcher(line);
    while (matcher.find()) {
      for (int group = 1; group <= 3; group++) {
        if (matcher.group(group) != null) {
          words.add(matcher.group(group));
        }
      }
    }
    return run(words);
  }

  Result run(List<String> arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var environment = Map.of("TERM", "xterm");
    var streams =
        new Terminal(
            in,
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            folder,
            environment,
            terminal,
            terminal);
    int code = Commands.run(arguments, streams);
    streams.flush();
    return new Result(
        out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8), code);
  }
}
