package dev.plimsoll.webhook;

/** A body that is no usable AdmissionReview. */
final class UnreadableException extends Exception {

  private final String reason;

  /**
   * @param reason why, as the API server's log shows it
   */
  UnreadableException(String reason) {
    super(reason);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
