package dev.plimsoll.linter.dockerfile;

/** Says what is wrong with a part of an instruction, and where; caught within the parser. */
final class SyntaxException extends Exception {

  private final int start;
  private final int end;

  SyntaxException(String message, int start, int end) {
    super(message, null, false, false);
    this.start = start;
    this.end = end;
  }

  SyntaxException(String message, Word guilty) {
    this(message, guilty.start(), guilty.end());
  }

  String text() {
    return String.valueOf(getMessage());
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }
}
