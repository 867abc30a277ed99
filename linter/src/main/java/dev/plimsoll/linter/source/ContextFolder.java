package dev.plimsoll.linter.source;

import dev.plimsoll.linter.dockerfile.resource.BuildContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The folder that a Dockerfile stands in, taken for the one that it is built from. */
public final class ContextFolder {

  private ContextFolder() {}

  /** Looks at a Dockerfile's folder; nothing is known of one that can't be read. */
  public static BuildContext of(Path dockerfile) {
    var folder = dockerfile.toAbsolutePath().getParent();
    if (folder == null) {
      return BuildContext.UNKNOWN;
    }
    try (var entries = Files.list(folder)) {
      var names = entries.map(path -> path.getFileName().toString()).sorted().toList();
      var own = dockerfile.getFileName() + ".dockerignore";
      var ignore =
          names.contains(own)
              ? folder.resolve(own)
              : names.contains(".dockerignore") ? folder.resolve(".dockerignore") : null;
      var patterns =
          ignore == null ? List.<String>of() : BuildContext.patterns(Files.readString(ignore));
      return new BuildContext(true, ignore != null, patterns, names);
    } catch (IOException e) {
      return BuildContext.UNKNOWN;
    }
  }
}
