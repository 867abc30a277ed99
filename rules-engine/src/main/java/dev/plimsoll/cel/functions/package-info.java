/**
 * The function libraries of Kubernetes' CEL environment, one class each, in our own code: what they
 * declare, do and cost.
 */
@NullMarked
package dev.plimsoll.cel.functions;

import org.jspecify.annotations.NullMarked;
