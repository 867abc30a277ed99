/**
 * The resources of the Kubernetes API: which kind is which resource, in a namespace or not, with
 * which subresources, and under which other versions. Plain data; anybody may use it.
 */
@NullMarked
package dev.plimsoll.resources;

import org.jspecify.annotations.NullMarked;
