package dev.plimsoll.review;

/** Something that can't be read as a request; its message says all that is wrong with it. */
public final class UnusableReviewException extends Exception {
  public UnusableReviewException(String message) {
    super(message);
  }

  public String text() {
    return String.valueOf(getMessage());
  }
}
