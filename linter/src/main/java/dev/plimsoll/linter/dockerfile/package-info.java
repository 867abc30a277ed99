/**
 * Dockerfiles: a parser that accepts what BuildKit's Dockerfile frontend accepts, keeps every byte
 * and knows the place of every word. Depends on nothing else of Plimsoll; the linter uses it.
 */
@NullMarked
package dev.plimsoll.linter.dockerfile;

import org.jspecify.annotations.NullMarked;
