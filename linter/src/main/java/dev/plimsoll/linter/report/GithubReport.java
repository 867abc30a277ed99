package dev.plimsoll.linter.report;

import dev.plimsoll.linter.lint.Finding;
import dev.plimsoll.linter.lint.LintResult;
import dev.plimsoll.linter.rules.Severity;

/**
 * Workflow commands that GitHub shows as annotations of the lines.
 *
 * <p>Source: <a
 * href="https://docs.github.com/actions/reference/workflow-commands-for-github-actions">workflow
 * commands</a>; escapes as in actions/toolkit, packages/core/src/command.ts.
 */
public final class GithubReport implements Report {

  @Override
  public void write(LintResult result, StringBuilder out) {
    for (var finding : result.findings()) {
      var span = finding.span();
      out.append("::")
          .append(command(finding.severity()))
          .append(" file=")
          .append(property(finding.file()))
          .append(",line=")
          .append(span.line())
          .append(",endLine=")
          .append(span.endLine());
      // GitHub drops columns of a range of lines.
      if (span.line() == span.endLine()) {
        out.append(",col=").append(span.column()).append(",endColumn=").append(span.endColumn());
      }
      out.append(",title=")
          .append(property(finding.rule()))
          .append("::")
          .append(data(message(finding)))
          .append('\n');
    }
  }

  private static String message(Finding finding) {
    return finding.path().isEmpty()
        ? finding.message()
        : finding.message() + " (" + finding.path() + ")";
  }

  private static String command(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "notice";
    };
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
