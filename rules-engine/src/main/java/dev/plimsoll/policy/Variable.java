package dev.plimsoll.policy;

/** A named expression that later expressions of the same policy may use. */
public record Variable(String name, String expression) {}
