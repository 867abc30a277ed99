package dev.plimsoll.linter.source;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files that paths and patterns stand for.
 *
 * <p>A folder stands for the {@code .yaml}, {@code .yml} and {@code .json} files and the
 * Dockerfiles in it, at any depth, without those that a {@code .gitignore} excludes. Links to
 * folders are not followed.
 */
public final class FileSearch {

  private final Path workingDirectory;
  private final TreeMap<String, SourceFile> found = new TreeMap<>();

  private FileSearch(Path workingDirectory) {
    this.workingDirectory = workingDirectory.toAbsolutePath().normalize();
  }

  /**
   * Returns the files, once each, sorted by name.
   *
   * @param paths files, folders, or patterns such as {@code deploy/**}{@code /*.yaml}
   * @throws NoSuchFileException if a path leads nowhere or a pattern matches no file; its message
   *     is that path
   * @throws IOException if a folder can't be read
   */
  public static List<SourceFile> find(Path workingDirectory, Collection<String> paths)
      throws IOException {
    var search = new FileSearch(workingDirectory);
    for (var path : paths) {
      search.add(path);
    }
    return List.copyOf(search.found.values());
  }

  private void add(String text) throws IOException {
    var path = workingDirectory.resolve(text).normalize();
    if (Files.isDirectory(path)) {
      walk(path, FileSearch::isJudged);
    } else if (Files.exists(path)) {
      add(path, true);
    } else if (Glob.isPattern(text)) {
      var glob = Glob.of(workingDirectory, text);
      int before = found.size();
      if (Files.isDirectory(glob.folder())) {
        walk(glob.folder(), glob::matches);
      }
      if (found.size() == before) {
        throw new NoSuchFileException(text);
      }
    } else {
      throw new NoSuchFileException(text);
    }
  }

  private void walk(Path folder, Predicate<Path> wanted) throws IOException {
    var ignores = new GitIgnores(folder);
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
              throws IOException {
            if (directory.endsWith(".git")
                || !directory.equals(folder) && ignores.excludes(directory, true)) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            ignores.enter(directory);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (wanted.test(file)
                && (attributes.isRegularFile() || Files.isRegularFile(file))
                && !ignores.excludes(file, false)) {
              add(file, false);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            ignores.leave(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private void add(Path path, boolean named) {
    var name = name(path);
    var file = new SourceFile(name, path, named);
    found.merge(name, file, (one, other) -> one.named() ? one : other);
  }

  private String name(Path path) {
    var shown = path.startsWith(workingDirectory) ? workingDirectory.relativize(path) : path;
    return shown.toString().replace('\\', '/');
  }

  private static boolean isJudged(Path path) {
    var name = path.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".yaml")
        || name.endsWith(".yml")
        || name.endsWith(".json")
        || DockerfileNames.matches(path);
  }
}
