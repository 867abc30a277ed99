package dev.plimsoll.linter.report;

import dev.plimsoll.linter.lint.Finding;
import dev.plimsoll.linter.lint.LintResult;
import dev.plimsoll.linter.lint.NotChecked;
import dev.plimsoll.linter.rules.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/** Findings for people: each with its line of the file, and a caret under the value meant. */
public final class TextReport implements Report {

  private static final int MOST_NOT_CHECKED = 10;
  private static final int MOST_RELATED = 3;

  private final Ink ink;
  private final int width;

  /**
   * @param colour whether to write ANSI colours
   * @param width columns of the terminal, which lines of a file are cut to
   */
  public TextReport(boolean colour, int width) {
    this.ink = new Ink(colour);
    this.width = width;
  }

  @Override
  public void write(LintResult result, StringBuilder out) {
    result.findings().forEach(finding -> finding(finding, out));
    notChecked(result.notChecked(), out);
    summary(result, out);
  }

  private void finding(Finding finding, StringBuilder out) {
    var span = finding.span();
    var severity = finding.severity();
    out.append(ink.severity(severity, severity + "[" + finding.rule() + "]"))
        .append(ink.bold(": " + finding.message()))
        .append('\n');
    var gutter = " ".repeat(String.valueOf(span.line()).length());
    out.append(gutter)
        .append(ink.quiet("--> "))
        .append("%s:%d:%d".formatted(finding.file(), span.line(), span.column()))
        .append(ink.quiet(about(finding)))
        .append('\n');
    CodeFrame.write(finding, width, ink, out);
    int shown = 0;
    for (var place : finding.related()) {
      if (++shown > MOST_RELATED) {
        var more = finding.related().size() - MOST_RELATED;
        out.append(gutter).append(ink.quiet(" = ")).append("and %d more\n".formatted(more));
        break;
      }
      out.append(gutter)
          .append(ink.quiet(" = "))
          .append("see also line %d: %s\n".formatted(place.span().line(), place.path()));
    }
    out.append('\n');
  }

  private static String about(Finding finding) {
    var resource = finding.resource();
    if (resource == null) {
      return finding.path().isEmpty() ? "" : "  " + finding.path();
    }
    var name = resource.name().isEmpty() ? "" : "/" + resource.name();
    var path = finding.path().isEmpty() ? "" : " " + finding.path();
    return "  " + resource.kind().toLowerCase(Locale.ROOT) + name + path;
  }

  private void notChecked(List<NotChecked> all, StringBuilder out) {
    var byReason = new LinkedHashMap<String, List<NotChecked>>();
    for (var one : all) {
      byReason.computeIfAbsent(one.reason(), _ -> new ArrayList<>()).add(one);
    }
    int shown = 0;
    for (var group : byReason.entrySet()) {
      if (++shown > MOST_NOT_CHECKED) {
        int more = byReason.size() - MOST_NOT_CHECKED;
        out.append("... and %s more.\n".formatted(plural(more, "reason")));
        break;
      }
      var first = group.getValue().getFirst();
      int others = group.getValue().size() - 1;
      out.append(ink.bold("not checked"))
          .append(first.rule().isEmpty() ? "" : ink.bold("[" + first.rule() + "]"))
          .append(": %s (%s:%d".formatted(group.getKey(), first.file(), first.line()))
          .append(others == 0 ? ")\n" : ", and %s)\n".formatted(plural(others, "more time")));
    }
    if (!all.isEmpty()) {
      out.append('\n');
    }
  }

  private void summary(LintResult result, StringBuilder out) {
    var resources = plural(result.resources(), "resource");
    int files = result.files().size();
    var worst = result.findings().stream().min(Comparator.comparing(Finding::severity));
    if (worst.isEmpty()) {
      out.append(ink.bold("Nothing found"))
          .append(" in %s, %s.\n".formatted(plural(files, "file"), resources));
      return;
    }
    var counts = new ArrayList<String>();
    for (var severity : Severity.values()) {
      int count = result.count(severity);
      if (count > 0) {
        counts.add(ink.severity(severity, plural(count, severity.toString())));
      }
    }
    long guilty = result.findings().stream().map(Finding::file).distinct().count();
    out.append(ink.bold("Found "))
        .append(String.join(", ", counts))
        .append(" in %d of %s, %s.\n".formatted(guilty, plural(files, "file"), resources));
    out.append(
        ink.quiet(
            "plimsoll explain %s: why it matters, how to mend it, how to ignore it.\n"
                .formatted(worst.get().rule())));
  }

  private static String plural(long count, String noun) {
    return "%d %s%s".formatted(count, noun, count == 1 ? "" : "s");
  }
}
