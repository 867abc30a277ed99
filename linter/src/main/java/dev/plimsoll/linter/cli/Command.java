package dev.plimsoll.linter.cli;

import java.io.IOException;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** Something that {@code plimsoll} does. */
interface Command {

  /** Exit code: nothing wrong. */
  int CLEAN = 0;

  /** Exit code: something found, or denied. */
  int FOUND = 1;

  /** Exit code: could not be done, for a usage error or an unreadable file. */
  int FAILED = 2;

  String name();

  /** What stands behind the name in the help, such as {@code [PATH...]}. */
  String operands();

  /** What it does, in one line. */
  String summary();

  /** What else its help says; may be empty. */
  String description();

  Options options();

  /**
   * Does it.
   *
   * @return the exit code
   */
  int run(CommandLine arguments, Terminal terminal) throws UsageException, IOException;
}
