package dev.plimsoll.linter.source;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;

/**
 * A pattern for files, as shells have it: {@code *}, {@code ?}, {@code [abc]}, {@code {a,b}}, and
 * {@code **} for any number of folders.
 *
 * @param folder the deepest folder that all matches are in
 */
record Glob(Path folder, PathMatcher matcher) {

  static boolean isPattern(String text) {
    return text.chars().anyMatch(c -> c == '*' || c == '?' || c == '[' || c == '{');
  }

  static Glob of(Path workingDirectory, String text) {
    int firstSign = 0;
    while (!isPattern(text.substring(0, firstSign + 1))) {
      firstSign++;
    }
    int slash = text.lastIndexOf('/', firstSign);
    var folder = workingDirectory.resolve(text.substring(0, slash + 1)).normalize();
    var pattern = "/" + text.substring(slash + 1);
    var root = escape(folder.toString().equals("/") ? "" : folder.toString());
    var glob = "glob:" + root + pattern.replace("/**/", "{/,/**/}");
    return new Glob(folder, FileSystems.getDefault().getPathMatcher(glob));
  }

  boolean matches(Path path) {
    return matcher.matches(path);
  }

  private static String escape(String literal) {
    return literal.replaceAll("[\\\\*?\\[\\]{}]", "\\\\$0");
  }
}
