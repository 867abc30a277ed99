package dev.plimsoll.linter.report;

import dev.plimsoll.linter.lint.LintResult;

/** A way to show what a run found. */
public interface Report {

  /** Appends the whole report, with a line break at its end. */
  void write(LintResult result, StringBuilder out);
}
