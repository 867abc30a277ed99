package dev.plimsoll.webhook;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Fits warnings into what the API server passes on: each is sent as one HTTP header, so it must be
 * one line; from 4,096 characters in all it cuts every one to 256 and then drops the rest
 * (kubernetes/apiserver, endpoints/filters/warning.go).
 */
final class Warnings {

  private static final int TOTAL = 4096;
  private static final int SHORT = 256;
  private static final String REST = "%d more warnings do not fit here";

  private Warnings() {}

  /**
   * Returns the warnings, each once and on one line, shortened and counted where they don't fit.
   */
  static List<String> fit(List<String> warnings) {
    var lines = new LinkedHashSet<String>();
    for (var warning : warnings) {
      lines.add(line(warning));
    }
    int total = lines.stream().mapToInt(Warnings::length).sum();
    return total <= TOTAL ? List.copyOf(lines) : shortened(List.copyOf(lines));
  }

  private static List<String> shortened(List<String> lines) {
    var kept = new ArrayList<String>();
    int room = TOTAL - REST.length() - 10;
    for (var line : lines) {
      var cut =
          length(line) <= SHORT
              ? line
              : line.substring(0, line.offsetByCodePoints(0, SHORT - 3)) + "...";
      room -= length(cut);
      if (room < 0) {
        kept.add(REST.formatted(lines.size() - kept.size()));
        break;
      }
      kept.add(cut);
    }
    return kept;
  }

  private static String line(String warning) {
    return warning.codePoints().noneMatch(Character::isISOControl)
        ? warning
        : warning.replaceAll("\\p{Cc}+", " ").strip();
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
