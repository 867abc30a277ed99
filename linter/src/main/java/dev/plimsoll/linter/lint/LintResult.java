package dev.plimsoll.linter.lint;

import dev.plimsoll.linter.rules.Severity;
import java.util.List;

/**
 * What a run found.
 *
 * @param findings sorted by {@link Finding#ORDER}
 * @param notChecked sorted by {@link NotChecked#ORDER}
 * @param files all files looked at, sorted by name
 * @param resources how many objects were judged
 * @param unreadable whether a file, or part of one, could not be read
 */
public record LintResult(
    List<Finding> findings,
    List<NotChecked> notChecked,
    List<String> files,
    int resources,
    boolean unreadable) {

  public LintResult {
    findings = List.copyOf(findings);
    notChecked = List.copyOf(notChecked);
    files = List.copyOf(files);
  }

  public int count(Severity severity) {
    int count = 0;
    for (var finding : findings) {
      if (finding.severity() == severity) {
        count++;
      }
    }
    return count;
  }

  /** Tells whether anything is as bad as a severity, or worse. */
  public boolean reaches(Severity severity) {
    return findings.stream().anyMatch(finding -> finding.severity().compareTo(severity) <= 0);
  }
}
