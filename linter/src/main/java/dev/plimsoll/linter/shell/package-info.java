/**
 * Shell scripts: which programs run, with which words, in which order, each with its place. Reads
 * POSIX sh and what bash adds, and reads on after what it does not understand. Depends on nothing
 * else of Plimsoll; the reading of Dockerfiles uses it.
 */
@NullMarked
package dev.plimsoll.linter.shell;

import org.jspecify.annotations.NullMarked;
