package dev.plimsoll.linter.rules;

import dev.plimsoll.policy.ValidationAction;
import java.util.Collection;

/** How bad a finding is, worst first. */
public enum Severity {
  /** What a binding with Deny finds. */
  ERROR("error"),
  /** What a binding with Warn finds. */
  WARNING("warning"),
  /** What a binding with Audit finds. */
  NOTE("note");

  private final String text;

  Severity(String text) {
    this.text = text;
  }

  /** Returns how bad a violation is that a binding acts on so. */
  public static Severity of(Collection<ValidationAction> actions) {
    if (actions.contains(ValidationAction.DENY)) {
      return ERROR;
    }
    return actions.contains(ValidationAction.WARN) ? WARNING : NOTE;
  }

  /** Returns the word that reports and options use. */
  @Override
  public String toString() {
    return text;
  }
}
