/** Proofs about Plimsoll as a whole: its sources, its packaged programs, and its judges. */
@NullMarked
package dev.plimsoll.conformance;

import org.jspecify.annotations.NullMarked;
