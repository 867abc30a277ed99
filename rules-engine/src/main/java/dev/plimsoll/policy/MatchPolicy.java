package dev.plimsoll.policy;

/** Whether a rule also matches a resource under its other groups and versions. */
public enum MatchPolicy {
  EXACT,
  EQUIVALENT
}
