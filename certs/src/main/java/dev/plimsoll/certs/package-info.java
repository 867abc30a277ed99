/**
 * Certificates: a CA of our own and the serving certificates it issues, renewed and kept in a
 * directory. Knows neither HTTP nor Kubernetes; the webhook and the command line may use it.
 */
@NullMarked
package dev.plimsoll.certs;

import org.jspecify.annotations.NullMarked;
