package dev.plimsoll.linter.dockerfile.resource;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is known of the folder that a Dockerfile is built from.
 *
 * @param known whether the folder is there to be looked at
 * @param dockerignore whether it has a {@code .dockerignore}
 * @param ignored the patterns in it, without comments
 * @param entries the names in the folder
 */
public record BuildContext(
    boolean known, boolean dockerignore, List<String> ignored, List<String> entries) {

  private static final Set<String> EVERYTHING = Set.of("*", "**", "**/*");

  /** Nothing is known. */
  public static final BuildContext UNKNOWN = new BuildContext(false, false, List.of(), List.of());

  public BuildContext {
    ignored = List.copyOf(ignored);
    entries = List.copyOf(entries);
  }

  /** Reads the patterns of a {@code .dockerignore}. */
  public static List<String> patterns(String text) {
    return text.lines()
        .map(line -> line.startsWith("#") ? "" : line.strip())
        .filter(line -> !line.isEmpty())
        .toList();
  }

  /**
   * Whether a path is surely left out: never where a pattern takes something back, as BuildKit's
   * check has it.
   */
  boolean ignores(String path) {
    if (ignored.isEmpty() || ignored.stream().anyMatch(pattern -> pattern.startsWith("!"))) {
      return false;
    }
    String clean = clean(path);
    if (clean.isEmpty()) {
      // The context itself is left out only by a pattern that leaves out everything.
      return ignored.stream().map(BuildContext::clean).anyMatch(EVERYTHING::contains);
    }
    for (String pattern : ignored) {
      var expression = expression(clean(pattern));
      for (int end = clean.length(); end > 0; end = clean.lastIndexOf('/', end - 1)) {
        if (expression.matcher(clean.substring(0, end)).matches()) {
          return true;
        }
      }
    }
    return false;
  }

  private static String clean(String path) {
    var normal = path.replaceAll("/+", "/").replaceAll("(?:^|(?<=/))\\./", "");
    return normal.replaceFirst("^/", "").replaceFirst("/$", "").replaceFirst("^\\.$", "");
  }

  private static Pattern expression(String pattern) {
    var out = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '*' && pattern.startsWith("**", i)) {
        boolean slash = pattern.startsWith("/", i + 2);
        out.append(slash ? "(?:.*/)?" : ".*");
        i += slash ? 2 : 1;
      } else if (c == '*') {
        out.append("[^/]*");
      } else if (c == '?') {
        out.append("[^/]");
      } else if (c == '\\' && i + 1 < pattern.length()) {
        out.append(Pattern.quote(pattern.substring(++i, i + 1)));
      } else {
        out.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(out.toString());
  }
}
