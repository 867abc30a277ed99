package dev.plimsoll.policy;

/**
 * One thing a policy demands: an expression that must be true.
 *
 * @param message what a user is told; empty if there is none
 * @param messageExpression an expression for the message, which it takes the place of; empty if
 *     there is none
 * @param reason {@code Forbidden}, {@code Invalid}, ...; empty means {@code Invalid}
 */
public record Validation(
    String expression, String message, String messageExpression, String reason) {}
