package dev.plimsoll.cel;

/** A value of an opaque type: only functions look into it. Two are equal as {@code ==} says. */
public interface OpaqueValue {
  Type type();
}
