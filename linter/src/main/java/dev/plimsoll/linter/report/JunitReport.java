package dev.plimsoll.linter.report;

import dev.plimsoll.linter.lint.Finding;
import dev.plimsoll.linter.lint.LintResult;
import dev.plimsoll.linter.rules.Severity;
import java.util.List;
import java.util.TreeMap;

/**
 * A JUnit XML report: a suite for each file, with a failed test for each error or warning, a passed
 * one with output for each note, and one passed test for a file without findings.
 */
public final class JunitReport implements Report {

  @Override
  public void write(LintResult result, StringBuilder out) {
    var byFile = new TreeMap<String, List<Finding>>();
    result.files().forEach(file -> byFile.put(file, List.of()));
    for (var finding : result.findings()) {
      byFile.merge(finding.file(), List.of(finding), JunitReport::join);
    }
    int tests = byFile.values().stream().mapToInt(findings -> Math.max(1, findings.size())).sum();
    long failures = result.findings().stream().filter(JunitReport::fails).count();
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        .append(
            "<testsuites name=\"plimsoll\" tests=\"%d\" failures=\"%d\" errors=\"0\">\n"
                .formatted(tests, failures));
    byFile.forEach((file, findings) -> suite(file, findings, out));
    out.append("</testsuites>\n");
  }

  private static List<Finding> join(List<Finding> one, List<Finding> other) {
    var all = new java.util.ArrayList<>(one);
    all.addAll(other);
    return all;
  }

  private static void suite(String file, List<Finding> findings, StringBuilder out) {
    out.append(
        "  <testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"0\">\n"
            .formatted(
                escape(file),
                Math.max(1, findings.size()),
                findings.stream().filter(JunitReport::fails).count()));
    if (findings.isEmpty()) {
      out.append("    <testcase name=\"lint\" classname=\"%s\"/>\n".formatted(escape(file)));
    }
    findings.forEach(finding -> test(finding, out));
    out.append("  </testsuite>\n");
  }

  private static void test(Finding finding, StringBuilder out) {
    var span = finding.span();
    var place = "%s:%d:%d".formatted(finding.file(), span.line(), span.column());
    out.append(
        "    <testcase name=\"%s %d:%d\" classname=\"%s\" file=\"%s\" line=\"%d\">\n"
            .formatted(
                escape(finding.rule()),
                span.line(),
                span.column(),
                escape(finding.file()),
                escape(finding.file()),
                span.line()));
    var text = escape(finding.message() + "\nat " + place + " " + finding.path());
    if (fails(finding)) {
      out.append(
          "      <failure type=\"%s\" message=\"%s\">%s</failure>\n"
              .formatted(finding.severity(), escape(finding.message()), text));
    } else {
      out.append("      <system-out>%s</system-out>\n".formatted(text));
    }
    out.append("    </testcase>\n");
  }

  private static boolean fails(Finding finding) {
    return finding.severity() != Severity.NOTE;
  }

  private static String escape(String text) {
    var out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\n' -> out.append("&#10;");
                default -> out.appendCodePoint(isXml(c) ? c : '?');
              }
            });
    return out.toString();
  }

  private static boolean isXml(int c) {
    return c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c > 0xFFFF || c == '\t';
  }
}
