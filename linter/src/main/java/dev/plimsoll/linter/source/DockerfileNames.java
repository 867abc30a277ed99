package dev.plimsoll.linter.source;

import java.nio.file.Path;
import java.util.Locale;

/** Which files are Dockerfiles, by name. */
public final class DockerfileNames {

  private DockerfileNames() {}

  /** Whether a file is called as Dockerfiles are; the case of the letters does not matter. */
  public static boolean matches(Path file) {
    var last = file.getFileName();
    String name = last == null ? "" : last.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".dockerignore") || name.endsWith(".md")) {
      return false;
    }
    return name.equals("dockerfile")
        || name.equals("containerfile")
        || name.endsWith(".dockerfile")
        || name.startsWith("dockerfile.")
        || name.startsWith("containerfile.");
  }
}
