package dev.plimsoll.linter.shell;

import java.util.List;

/**
 * A word of a script.
 *
 * @param text the value without quotes and escapes; variables and substitutions as written
 * @param constant whether nothing in it is expanded
 * @param quoted whether any of it stands in quotes or after an escape
 * @param start offset of its first character in the file
 * @param end offset just after its last
 * @param substitutions the scripts in its {@code $(…)}, backticks and {@code <(…)}
 */
public record ShellWord(
    String text,
    boolean constant,
    boolean quoted,
    int start,
    int end,
    List<ShellScript> substitutions) {

  public ShellWord {
    substitutions = List.copyOf(substitutions);
  }
}
