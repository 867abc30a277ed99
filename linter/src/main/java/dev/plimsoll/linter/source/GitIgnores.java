package dev.plimsoll.linter.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import org.eclipse.jgit.ignore.IgnoreNode;

/**
 * The {@code .gitignore} files in force during a walk: those of the folders walked, and of the
 * folders above up to the root of their repository.
 */
final class GitIgnores {

  static {
    // JGit brings a logger, which would complain to users that nobody listens.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
  }

  private record Rules(Path folder, IgnoreNode node) {}

  private final Deque<Rules> stack = new ArrayDeque<>();

  GitIgnores(Path folder) throws IOException {
    var above = new ArrayList<Path>();
    for (var f = folder; f != null; f = f.getParent()) {
      if (!f.equals(folder)) {
        above.add(f);
      }
      if (Files.exists(f.resolve(".git"))) {
        read(f, f.resolve(".git/info/exclude"));
        for (var parent : above.reversed()) {
          enter(parent);
        }
        return;
      }
    }
  }

  /** Puts a folder's own file in force. */
  void enter(Path folder) throws IOException {
    read(folder, folder.resolve(".gitignore"));
  }

  void leave(Path folder) {
    while (!stack.isEmpty() && stack.peek().folder().equals(folder)) {
      stack.pop();
    }
  }

  /** Tells whether a path is left out; of several files that say so or not, the deepest decides. */
  boolean excludes(Path path, boolean directory) {
    for (var rules : stack) {
      var relative = rules.folder().relativize(path).toString().replace('\\', '/');
      var excluded = rules.node().checkIgnored(relative, directory);
      if (excluded != null) {
        return excluded;
      }
    }
    return false;
  }

  private void read(Path folder, Path file) throws IOException {
    if (Files.isRegularFile(file)) {
      var node = new IgnoreNode();
      try (var in = Files.newInputStream(file)) {
        node.parse(in);
      }
      stack.push(new Rules(folder, node));
    }
  }
}
