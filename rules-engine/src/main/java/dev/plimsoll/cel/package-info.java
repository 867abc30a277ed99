/**
 * The Common Expression Language as Kubernetes speaks it: compiled by CEL-java's parser and checker
 * into a small expression tree of our own, evaluated by closures, metered as Kubernetes meters it,
 * and explained.
 *
 * <p>A value is one of: null, {@link Boolean}, {@link Long} (int), {@link dev.plimsoll.cel.UInt}
 * (uint), {@link Double}, {@link String}, {@link dev.plimsoll.cel.Bytes}, {@link java.time.Instant}
 * (timestamp), {@link java.time.Duration}, {@link java.util.List}, {@link java.util.Map}, {@link
 * dev.plimsoll.cel.OptionalValue}, {@link dev.plimsoll.cel.Type} (the value of {@code type(x)}), or
 * a Kubernetes value such as a quantity, which implements {@link dev.plimsoll.cel.OpaqueValue}.
 */
@NullMarked
package dev.plimsoll.cel;

import org.jspecify.annotations.NullMarked;
