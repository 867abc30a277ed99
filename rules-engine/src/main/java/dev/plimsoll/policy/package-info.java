/**
 * ValidatingAdmissionPolicies and their bindings: read from documents, checked as the API server
 * checks them when they are written, compiled, and indexed by what they match. Knows CEL and
 * documents; the review package judges requests with what is here.
 */
@NullMarked
package dev.plimsoll.policy;

import org.jspecify.annotations.NullMarked;
