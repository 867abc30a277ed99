/**
 * Dockerfiles as resources: trees that policies judge, in which every value knows the word it came
 * from. The fields are those of {@code dev.plimsoll.policy.DeskTypes}. Knows documents and the
 * Dockerfile parser; the linter uses it.
 */
@NullMarked
package dev.plimsoll.linter.dockerfile.resource;

import org.jspecify.annotations.NullMarked;
