package dev.plimsoll.conformance;

import dev.plimsoll.linter.cli.Commands;
import dev.plimsoll.linter.cli.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What a command of the linter gave its user.
 *
 * @param code the exit code
 */
record Plimsoll(int code, String out, String err) {

  /** Runs a command in the root of the checkout, without a terminal. */
  static Plimsoll run(String... arguments) {
    System.setProperty("plimsoll.home", Repository.ROOT.toString());
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var terminal =
        new Terminal(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Repository.ROOT,
            Map.of(),
            false,
            false);
    int code = Commands.run(List.of(arguments), terminal);
    terminal.flush();
    return new Plimsoll(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
