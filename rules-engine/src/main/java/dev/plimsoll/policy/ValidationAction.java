package dev.plimsoll.policy;

/** What a binding does with a failed validation: one of {@code spec.validationActions}. */
public enum ValidationAction {
  DENY("Deny"),
  WARN("Warn"),
  AUDIT("Audit");

  private final String text;

  ValidationAction(String text) {
    this.text = text;
  }

  /** Returns the name as it stands in a binding. */
  @Override
  public String toString() {
    return text;
  }
}
