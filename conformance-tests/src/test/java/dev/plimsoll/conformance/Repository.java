package dev.plimsoll.conformance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The checkout that the tests run in. */
final class Repository {

  /** The root folder: the one that holds the launcher. */
  static final Path ROOT = root();

  private Repository() {}

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("plimsoll"))) {
      folder = Objects.requireNonNull(folder.getParent(), "not inside a checkout of Plimsoll");
    }
    return folder;
  }
}
