package dev.plimsoll.linter.lint;

import dev.plimsoll.linter.dockerfile.Dockerfile;
import dev.plimsoll.linter.dockerfile.Instruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The wishes of other tools' users that a rule be silent: {@code # hadolint ignore=DL3006} above an
 * instruction, {@code # hadolint global ignore=…}, {@code # check=skip=…} at the top or above an
 * instruction.
 */
final class DockerfilePragmas {

  private static final Pattern HADOLINT =
      Pattern.compile("hadolint\\s+(global\\s+)?ignore\\s*=\\s*([A-Za-z0-9,\\s]+).*");
  private static final Pattern CHECK = Pattern.compile("check\\s*=\\s*(\\S+).*");
  private static final Pattern SKIP = Pattern.compile("(?:.*;)?skip=([^;]*).*");

  private final Map<String, Set<String>> peers;
  private final List<Ignored> ignored = new ArrayList<>();

  /** One of another tool's rules that is to be silent between two lines. */
  private record Ignored(String peer, int line, int endLine) {}

  DockerfilePragmas(Dockerfile file, Map<String, Set<String>> peers) {
    this.peers = peers;
    file.directives().stream()
        .filter(directive -> directive.name().equals("check"))
        .forEach(
            directive -> skip(directive.value().text().split(" ", 2)[0], 0, Integer.MAX_VALUE));
    for (var comment : file.comments()) {
      var hadolint = HADOLINT.matcher(comment.text());
      if (hadolint.matches() && hadolint.group(1) != null) {
        add("hadolint/", hadolint.group(2), 0, Integer.MAX_VALUE);
      }
    }
    file.instructions().forEach(this::above);
  }

  private void above(Instruction instruction) {
    for (var comment : instruction.above()) {
      var hadolint = HADOLINT.matcher(comment.text());
      if (hadolint.matches() && hadolint.group(1) == null) {
        add("hadolint/", hadolint.group(2), instruction.line(), instruction.endLine());
      }
      var check = CHECK.matcher(comment.text());
      if (check.matches()) {
        skip(check.group(1), instruction.line(), instruction.endLine());
      }
    }
  }

  private void skip(String options, int line, int endLine) {
    var skip = SKIP.matcher(options);
    if (skip.matches()) {
      add("buildkit/", skip.group(1), line, endLine);
    }
  }

  private void add(String tool, String ids, int line, int endLine) {
    for (var id : ids.split("[,\\s]+")) {
      ignored.add(new Ignored(tool + id, line, endLine));
    }
  }

  boolean hide(Finding finding) {
    for (var one : ignored) {
      int line = finding.span().line();
      if (one.line() <= line && line <= one.endLine() && covers(one.peer(), finding.rule())) {
        return true;
      }
    }
    return false;
  }

  private boolean covers(String peer, String rule) {
    return peer.equals("buildkit/all")
        ? peers.entrySet().stream()
            .anyMatch(
                entry -> entry.getKey().startsWith("buildkit/") && entry.getValue().contains(rule))
        : peers.getOrDefault(peer, Set.of()).contains(rule);
  }
}
