package dev.plimsoll.linter.dockerfile;

/** Says why a word can't be expanded. */
public final class ExpansionException extends Exception {

  ExpansionException(String message) {
    super(message, null, false, false);
  }

  /** Returns what is wrong. */
  public String text() {
    return String.valueOf(getMessage());
  }
}
