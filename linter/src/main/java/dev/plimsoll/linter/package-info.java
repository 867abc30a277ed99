/** Starts the linter's command line. Nothing calls it but the launcher. */
@NullMarked
package dev.plimsoll.linter;

import org.jspecify.annotations.NullMarked;
