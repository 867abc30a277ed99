package dev.plimsoll.linter;

import dev.plimsoll.linter.cli.Commands;
import dev.plimsoll.linter.cli.Terminal;
import java.util.List;

/** Starts the commands that need no server. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    // JGit, which reads .gitignore files, brings a logger that would complain of having no one to
    // log to.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    var terminal = Terminal.standard();
    int code = Commands.run(List.of(arguments), terminal);
    terminal.flush();
    System.exit(code);
  }
}
