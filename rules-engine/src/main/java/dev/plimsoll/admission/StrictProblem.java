package dev.plimsoll.admission;

import dev.plimsoll.document.FieldPath;

/**
 * A field that its type doesn't have, or that stands twice.
 *
 * @param message as the API server words it: {@code unknown field "spec.foo"}
 */
public record StrictProblem(FieldPath path, String message) {}
