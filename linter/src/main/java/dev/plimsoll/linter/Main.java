package dev.plimsoll.linter;

import dev.plimsoll.linter.cli.Commands;
import dev.plimsoll.linter.cli.Terminal;
import java.util.List;

/** Starts the commands that need no server. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    var terminal = Terminal.standard();
    int code = Commands.run(List.of(arguments), terminal);
    terminal.flush();
    System.exit(code);
  }
}
