/**
 * The shipped policies: read and compiled once when the project is built, stored, and loaded
 * without a parser. The front doors load them; the build of the module {@code policies} stores
 * them.
 */
@NullMarked
package dev.plimsoll.policy.store;

import org.jspecify.annotations.NullMarked;
