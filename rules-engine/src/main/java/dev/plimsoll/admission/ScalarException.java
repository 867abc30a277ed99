package dev.plimsoll.admission;

/** A text or number that its type refuses, with the words of the Go type's own decoder. */
final class ScalarException extends RuntimeException {
  private static final long serialVersionUID = 1;

  final String text;

  ScalarException(String text) {
    super(text, null, false, false);
    this.text = text;
  }
}
