package dev.plimsoll.review;

import dev.plimsoll.resources.GroupVersionKind;
import dev.plimsoll.resources.GroupVersionResource;

/** Whether a policy or binding is for a request. */
sealed interface Match {
  No NO = new No();

  /** It isn't. */
  record No() implements Match {}

  /** It is, and wants to see the object as this kind. */
  record Yes(GroupVersionResource resource, GroupVersionKind kind) implements Match {}

  /** It would be, but the API server can't tell. */
  record Failed(String message) implements Match {}

  /** It would be, but nobody here can tell. */
  record Unknown(String reason) implements Match {}
}
