package dev.plimsoll.document;

/** Ends the reading of one document; becomes its {@link Problem}. */
final class UnreadableException extends RuntimeException {

  final int start;
  final String message;

  /**
   * @param start offset of what is wrong
   * @param message what is wrong and what to do, for users
   */
  UnreadableException(int start, String message) {
    super(message, null, false, false);
    this.start = start;
    this.message = message;
  }
}
