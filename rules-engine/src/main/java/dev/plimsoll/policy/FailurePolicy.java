package dev.plimsoll.policy;

/** What an error does to a request: {@code spec.failurePolicy}. */
public enum FailurePolicy {
  /** An error denies. */
  FAIL,
  /** An error is passed over. */
  IGNORE
}
