/**
 * Rules as users see them: what they are called, why they are there, and their pages. The commands
 * and reports use it.
 */
@NullMarked
package dev.plimsoll.linter.rules;

import org.jspecify.annotations.NullMarked;
