package dev.plimsoll.linter.shell;

import dev.plimsoll.linter.shell.ShellNode.Assignment;
import dev.plimsoll.linter.shell.ShellNode.Redirection;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that a script runs.
 *
 * @param program the word that names it
 * @param arguments the words after it
 * @param via the programs that run it, such as {@code sudo} or {@code sh}, outermost first
 * @param connector what stands between it and the command before
 * @param conditional whether it stands in a branch or a loop, or after {@code ||}
 * @param pipe the number of its pipeline within the script, counted from 0
 * @param stage its place in that pipeline, counted from 0
 * @param stages how many commands that pipeline has
 * @param pipefail whether the pipeline fails when any of its commands does
 */
public record ShellCall(
    ShellWord program,
    List<ShellWord> arguments,
    List<Assignment> assignments,
    List<Redirection> redirections,
    List<String> via,
    ShellScript.Connector connector,
    boolean conditional,
    int pipe,
    int stage,
    int stages,
    boolean pipefail) {

  public ShellCall {
    arguments = List.copyOf(arguments);
    assignments = List.copyOf(assignments);
    redirections = List.copyOf(redirections);
    via = List.copyOf(via);
  }

  /** Returns the program's name without its folder. */
  public String name() {
    String text = program.text();
    return text.substring(text.lastIndexOf('/') + 1);
  }

  /** Returns the offset just after the last word. */
  public int end() {
    return arguments.isEmpty() ? program.end() : arguments.getLast().end();
  }

  /** Returns the flags: {@code --name=value} as {@code name}, each letter of {@code -abc} alone. */
  public List<String> flags() {
    var flags = new ArrayList<String>();
    for (var argument : arguments) {
      String text = argument.text();
      if (text.equals("--")) {
        break;
      }
      if (text.startsWith("--")) {
        int equals = text.indexOf('=');
        flags.add(text.substring(2, equals < 0 ? text.length() : equals));
      } else if (text.startsWith("-")) {
        text.substring(1).chars().forEach(c -> flags.add(String.valueOf((char) c)));
      }
    }
    return flags;
  }

  /** Returns the arguments that are no flags. */
  public List<ShellWord> operands() {
    var operands = new ArrayList<ShellWord>();
    boolean flags = true;
    for (var argument : arguments) {
      if (flags && argument.text().equals("--")) {
        flags = false;
      } else if (!flags || !argument.text().startsWith("-") || argument.text().equals("-")) {
        operands.add(argument);
      }
    }
    return operands;
  }
}
