package dev.plimsoll.policy;

/** An annotation that a policy adds to the audit event, its value an expression. */
public record AuditAnnotation(String key, String valueExpression) {}
