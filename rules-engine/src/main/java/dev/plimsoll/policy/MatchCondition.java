package dev.plimsoll.policy;

/** A named expression that must be true for a policy to say anything about a request. */
public record MatchCondition(String name, String expression) {}
