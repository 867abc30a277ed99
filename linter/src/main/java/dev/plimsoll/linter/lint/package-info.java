/**
 * Judges files: documents become reviews, their outcomes findings at places, less those that are
 * ignored. The commands call it; reports read what it returns.
 */
@NullMarked
package dev.plimsoll.linter.lint;

import org.jspecify.annotations.NullMarked;
