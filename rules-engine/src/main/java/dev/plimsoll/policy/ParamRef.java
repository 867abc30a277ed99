package dev.plimsoll.policy;

import org.jspecify.annotations.Nullable;

/**
 * Which objects a binding passes to its policy.
 *
 * @param name the object's name; empty if {@code selector} chooses
 * @param selector chooses objects by their labels; null if {@code name} does
 * @param namespace where to look; empty means the namespace of the request
 * @param denyIfMissing whether a request is denied, rather than passed, when there is no such
 *     object
 */
public record ParamRef(
    String name, @Nullable LabelSelector selector, String namespace, boolean denyIfMissing) {}
