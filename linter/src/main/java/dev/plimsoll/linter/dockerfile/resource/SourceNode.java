package dev.plimsoll.linter.dockerfile.resource;

import dev.plimsoll.document.MapNode;
import dev.plimsoll.linter.dockerfile.Word;
import java.util.regex.Pattern;

/** A source of COPY or ADD. */
final class SourceNode {

  private static final Pattern REMOTE = Pattern.compile("(?i)(?:https?|ftp|git|ssh)://.*|git@.*");
  private static final Pattern GIT =
      Pattern.compile("(?i)(?:git|ssh)://.*|git@.*|https?://[^?#]*\\.git(?:#.*)?|github\\.com/.*");
  private static final Pattern ARCHIVE =
      Pattern.compile(
          "(?i).*\\.(?:tar|tar\\.gz|tgz|taz|tar\\.bz2|tb2|tbz|tbz2|tz2|tar\\.lz|tar\\.lzma|tlz"
              + "|tar\\.lzo|tar\\.xz|txz|tar\\.z|tar\\.zst|tzst|gz|bz2|xz|lz|lzma|z)");

  private SourceNode() {}

  static MapNode of(Word word, String expanded, boolean heredoc, BuildContext context) {
    String path = expanded.replaceFirst("^[\"'](.*)[\"']$", "$1");
    boolean remote = !heredoc && REMOTE.matcher(path).matches();
    return new Fields()
        .put("written", word.text(), word)
        .put("path", path, word)
        .put("heredoc", heredoc, word)
        .put("remote", remote, word)
        .put("git", !heredoc && GIT.matcher(path).matches(), word)
        .put("archive", !heredoc && ARCHIVE.matcher(path).matches(), word)
        .put("variable", word.text().indexOf('$') >= 0, word)
        .put("ignored", !heredoc && !remote && context.ignores(path), word)
        .build();
  }
}
