package dev.plimsoll.linter.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a command talks to.
 *
 * @param workingDirectory what relative paths start from
 * @param environment the variables of the environment
 * @param outIsTerminal whether a person reads {@code out} as it comes
 * @param errIsTerminal whether a person reads {@code err} as it comes
 */
public record Terminal(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Path workingDirectory,
    Map<String, String> environment,
    boolean outIsTerminal,
    boolean errIsTerminal) {

  private static final int BUFFER = 1 << 16;
  private static final int DEFAULT_WIDTH = 120;

  /** Returns the terminal, or pipes, that the process was started with. */
  public static Terminal standard() {
    var out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER);
    var err = new FileOutputStream(FileDescriptor.err);
    return new Terminal(
        new FileInputStream(FileDescriptor.in),
        new PrintStream(out, false, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        Path.of(System.getProperty("user.dir")),
        System.getenv(),
        isTerminal(1),
        isTerminal(2));
  }

  /** Writes out what is still held back. */
  public void flush() {
    out.flush();
    err.flush();
  }

  /** Tells whether output may be coloured: for people, unless they said no. */
  public boolean colour() {
    return outIsTerminal
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "").equals("dumb");
  }

  /** Returns how many columns a line may have. */
  public int width() {
    try {
      return Integer.parseInt(environment.getOrDefault("COLUMNS", ""));
    } catch (NumberFormatException unset) {
      return DEFAULT_WIDTH;
    }
  }

  private static boolean isTerminal(int descriptor) {
    var link = Path.of("/proc/self/fd/" + descriptor);
    try {
      var target = Files.readSymbolicLink(link).toString();
      return target.startsWith("/dev/pts/")
          || target.startsWith("/dev/tty")
          || target.equals("/dev/console");
    } catch (IOException | UnsupportedOperationException noProcFileSystem) {
      var console = System.console();
      return console != null && console.isTerminal();
    }
  }
}
