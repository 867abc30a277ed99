/**
 * The admission webhook: the edge between the API server's HTTP protocol and the pure reviews of
 * the rules engine. Nothing depends on it.
 */
@NullMarked
package dev.plimsoll.webhook;

import org.jspecify.annotations.NullMarked;
