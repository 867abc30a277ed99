package dev.plimsoll.webhook;

import dev.plimsoll.linter.lint.Finding;
import dev.plimsoll.linter.rules.Severity;
import dev.plimsoll.linter.source.Manifest;
import java.io.PrintStream;
import java.util.List;

/** What {@code plimsoll demo} shows. */
final class DemoReport {

  private static final String RED = "31";
  private static final String GREEN = "32";
  private static final String YELLOW = "33";
  private static final String FAINT = "2";
  private static final String BOLD = "1";

  private final PrintStream out;
  private final boolean colour;

  DemoReport(PrintStream out, boolean colour) {
    this.out = out;
    this.colour = colour;
  }

  void opening(String url, int policies) {
    out.println(ink(BOLD, "One set of rules, two doors"));
    out.println();
    out.println("  the door  " + url + ", verified by a CA made just now");
    out.println("  the desk  plimsoll lint examples, the same " + policies + " policies");
    out.println("  =         both say it, in the same words; the place is the linter's");
  }

  void verdict(DemoVerdict verdict) {
    boolean allowed = verdict.door().getAllowed();
    var status = verdict.door().getStatus();
    out.println();
    out.println(
        "%s  %s  %s"
            .formatted(
                ink(allowed ? GREEN : RED, allowed ? "ALLOWED" : "DENIED " + status.getCode()),
                ink(BOLD, name(verdict.manifest())),
                ink(FAINT, verdict.manifest().document().source().name())));
    for (var violation : verdict.atTheDoor()) {
      var findings = verdict.findings(violation);
      line(!findings.isEmpty(), violation.denies(), violation.rule(), violation.message());
      findings.forEach(this::place);
    }
    for (var finding : verdict.onlyAtTheDesk()) {
      boolean denies = finding.severity() == Severity.ERROR;
      line(false, denies, finding.rule(), finding.message() + " (only at the desk)");
      place(finding);
    }
  }

  private void line(boolean agreed, boolean denies, String rule, String message) {
    var mark = agreed ? ink(GREEN, "=") : ink(RED, "≠");
    var word = denies ? ink(RED, "deny") : ink(YELLOW, "warn");
    out.println("  %s %s  %s: %s".formatted(mark, word, rule, message));
  }

  /** Shows the line that the linter points at, with a caret under the place. */
  private void place(Finding finding) {
    var span = finding.span();
    var place = "      %s:%d:%d  ".formatted(finding.file(), span.line(), span.column());
    var excerpt = finding.excerpt();
    var shown = excerpt.stripLeading();
    int cut = excerpt.length() - shown.length();
    int until = span.endLine() == span.line() ? span.endColumn() : excerpt.length() + 1;
    out.println(ink(FAINT, place) + shown);
    out.println(
        " ".repeat(Math.max(0, place.length() + span.column() - 1 - cut))
            + ink(RED, "^".repeat(Math.max(1, until - span.column()))));
  }

  void closing(List<DemoVerdict> verdicts, double seconds) {
    long denied = verdicts.stream().filter(v -> !v.door().getAllowed()).count();
    long disputed = verdicts.stream().filter(v -> !v.agree()).count();
    out.println();
    out.println(
        disputed == 0
            ? ink(
                GREEN,
                "Both doors agree on all %d objects: %d denied, %d allowed. (%.1f s)"
                    .formatted(verdicts.size(), denied, verdicts.size() - denied, seconds))
            : ink(
                RED,
                "The doors disagree on %d of %d objects.".formatted(disputed, verdicts.size())));
  }

  private static String name(Manifest manifest) {
    return manifest.kind() + " " + manifest.namespace() + "/" + manifest.name();
  }

  private String ink(String code, String text) {
    return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
