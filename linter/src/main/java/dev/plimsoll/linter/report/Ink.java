package dev.plimsoll.linter.report;

import dev.plimsoll.linter.rules.Severity;

/** Colours for a terminal that wants them; plain text otherwise. */
record Ink(boolean colour) {

  private static final char ESCAPE = '\u001B';

  String severity(Severity severity, String text) {
    return switch (severity) {
      case ERROR -> coded("1;31", text);
      case WARNING -> coded("1;33", text);
      case NOTE -> coded("1;36", text);
    };
  }

  String bold(String text) {
    return coded("1", text);
  }

  String quiet(String text) {
    return coded("2", text);
  }

  private String coded(String code, String text) {
    return colour && !text.isEmpty() ? ESCAPE + "[" + code + "m" + text + ESCAPE + "[0m" : text;
  }
}
