/**
 * The command line: what a user types, and what comes back. Only the main class calls it, and the
 * webhook's demo.
 */
@NullMarked
package dev.plimsoll.linter.cli;

import org.jspecify.annotations.NullMarked;
