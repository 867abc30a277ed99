package dev.plimsoll.schemas;

/**
 * What the API server's type checking says of an expression, in {@code
 * status.typeChecking.expressionWarnings} of a policy.
 *
 * @param fieldRef the expression, such as {@code spec.validations[0].expression}
 * @param warning the problems of each kind
 */
public record ExpressionWarning(String fieldRef, String warning) {}
