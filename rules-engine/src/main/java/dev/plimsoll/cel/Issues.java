package dev.plimsoll.cel;

import dev.cel.common.CelIssue;
import dev.cel.common.CelSource;
import dev.cel.common.CelValidationException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The complaints of CEL-java's parser and checker in the words of cel-go. */
final class Issues {
  private static final Pattern CANDIDATES =
      Pattern.compile(" \\(candidates: .*\\)$", Pattern.DOTALL);
  private static final Pattern SYNTAX =
      Pattern.compile("(mismatched input|extraneous input|missing|no viable alternative|token) .*");

  private Issues() {}

  static String text(CelValidationException problems) {
    var source = problems.getSource();
    return problems.getErrors().stream()
        .map(issue -> text(issue, source))
        .collect(Collectors.joining("\n"));
  }

  private static String text(CelIssue issue, CelSource source) {
    var message = CANDIDATES.matcher(issue.getMessage()).replaceFirst("");
    var worded = SYNTAX.matcher(message).lookingAt() ? "Syntax error: " + message : message;
    return issue.toDisplayString(source).replace(issue.getMessage(), worded);
  }
}
