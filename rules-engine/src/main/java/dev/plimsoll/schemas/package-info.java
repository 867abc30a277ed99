/**
 * The types of the built-in kinds, and what the API server's type checking says of a policy with
 * them. For the linter of policies; judging a request needs neither.
 */
@NullMarked
package dev.plimsoll.schemas;

import org.jspecify.annotations.NullMarked;
