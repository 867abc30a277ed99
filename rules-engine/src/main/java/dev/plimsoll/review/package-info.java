/**
 * Reviews: a request and what is known of its cluster in, the outcomes of every policy and the API
 * server's answer out. Pure: no I/O, no clock. The linter and the webhook are its two front doors.
 */
@NullMarked
package dev.plimsoll.review;

import org.jspecify.annotations.NullMarked;
