package dev.plimsoll.linter.dockerfile.resource;

import dev.plimsoll.linter.dockerfile.Arguments;
import dev.plimsoll.linter.dockerfile.Instruction;
import dev.plimsoll.linter.dockerfile.Word;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The shell that runs shell forms.
 *
 * @param words its program and flags
 * @param set whether a SHELL instruction chose it
 * @param posix whether its scripts are read; PowerShell's and cmd's are not
 * @param pipefail whether it starts with {@code -o pipefail}
 */
record ShellKind(List<String> words, boolean set, boolean posix, boolean pipefail) {

  private static final Set<String> POSIX =
      Set.of("sh", "bash", "dash", "ash", "ksh", "zsh", "busybox", "env");

  static final ShellKind DEFAULT = new ShellKind(List.of("/bin/sh", "-c"), false, true, false);

  private static final ShellKind WINDOWS =
      new ShellKind(List.of("cmd", "/S", "/C"), false, false, false);

  /** Returns the shell that a base image brings. */
  static ShellKind of(String image, String platform) {
    String name = image.toLowerCase(Locale.ROOT);
    boolean windows =
        platform.startsWith("windows")
            || name.contains("windows/")
            || name.contains("nanoserver")
            || name.contains("windowsservercore");
    return windows ? WINDOWS : DEFAULT;
  }

  /** Returns the shell after a SHELL instruction. */
  static ShellKind of(Instruction shell) {
    if (!(shell.arguments() instanceof Arguments.Json json) || json.words().isEmpty()) {
      return DEFAULT;
    }
    var words = json.words().stream().map(Word::text).toList();
    String program = words.getFirst().replace('\\', '/').toLowerCase(Locale.ROOT);
    String name = program.substring(program.lastIndexOf('/') + 1);
    int pipefail = words.indexOf("pipefail");
    boolean fails = pipefail > 0 && words.get(pipefail - 1).matches("-[A-Za-z]*o");
    return new ShellKind(words, true, POSIX.contains(name), fails);
  }
}
