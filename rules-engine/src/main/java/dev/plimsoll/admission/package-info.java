/**
 * Admission, offline: from an object as a file has it to the object as the API server hands it to
 * policies. The linter and its commands use it; nothing here reads files or knows policies.
 */
@NullMarked
package dev.plimsoll.admission;

import org.jspecify.annotations.NullMarked;
