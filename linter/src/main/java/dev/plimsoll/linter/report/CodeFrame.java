package dev.plimsoll.linter.report;

import dev.plimsoll.linter.lint.Finding;

/** A line of a file with carets below the part that is meant. */
final class CodeFrame {

  private static final int TAB = 4;
  private static final int NARROWEST = 40;

  private CodeFrame() {}

  static void write(Finding finding, int width, Ink ink, StringBuilder out) {
    var span = finding.span();
    var number = String.valueOf(span.line());
    var blank = " ".repeat(number.length());
    var line = finding.excerpt();
    int points = line.codePointCount(0, line.length());
    int from = Math.min(span.column() - 1, points);
    int to = span.endLine() == span.line() ? Math.min(span.endColumn() - 1, points) : points;

    int room = Math.max(NARROWEST, width - number.length() - 3);
    int cut = points <= room ? 0 : Math.clamp(from - room / 3, 0, points - room);
    int end = Math.min(points, cut + room);
    var before = shown(line, cut, from);
    var marked = shown(line, from, Math.max(from, Math.min(to, end)));
    var after = shown(line, Math.max(from, Math.min(to, end)), end);
    var dots = cut > 0 ? "..." : "";

    out.append(blank).append(ink.quiet(" |")).append('\n');
    out.append(ink.quiet(number + " | "))
        .append((dots + before + marked + after + (end < points ? "..." : "")).stripTrailing())
        .append('\n');
    out.append(blank)
        .append(ink.quiet(" | "))
        .append(" ".repeat(dots.length() + columns(before)))
        .append(ink.severity(finding.severity(), "^".repeat(Math.max(1, columns(marked)))))
        .append('\n');
  }

  /** Returns part of a line, counted in code points, as a terminal can show it. */
  private static String shown(String line, int from, int to) {
    if (from >= to) {
      return "";
    }
    int start = line.offsetByCodePoints(0, from);
    var part = line.substring(start, line.offsetByCodePoints(start, to - from));
    var clean = new StringBuilder();
    part.codePoints()
        .forEach(
            c -> {
              if (c == '\t') {
                clean.repeat(' ', TAB);
              } else {
                clean.appendCodePoint(Character.isISOControl(c) ? '?' : c);
              }
            });
    return clean.toString();
  }

  /** Returns how many columns a text takes: East Asian and emoji characters take two. */
  private static int columns(String text) {
    return text.codePoints().map(CodeFrame::columns).sum();
  }

  private static int columns(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || c == 0x200D) {
      return 0;
    }
    boolean wide =
        c >= 0x1100 && c <= 0x115F
            || c >= 0x2E80 && c <= 0xA4CF
            || c >= 0xAC00 && c <= 0xD7A3
            || c >= 0xF900 && c <= 0xFAFF
            || c >= 0xFE30 && c <= 0xFE6F
            || c >= 0xFF00 && c <= 0xFF60
            || c >= 0x1F300 && c <= 0x1FAFF
            || c >= 0x20000 && c <= 0x3FFFD;
    return wide ? 2 : 1;
  }
}
