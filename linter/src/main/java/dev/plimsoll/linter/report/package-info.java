/**
 * Shows what a run found: as text with code frames, and in the formats of tools that read it. Only
 * the commands use it.
 */
@NullMarked
package dev.plimsoll.linter.report;

import org.jspecify.annotations.NullMarked;
