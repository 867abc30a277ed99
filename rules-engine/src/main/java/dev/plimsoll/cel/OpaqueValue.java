package dev.plimsoll.cel;

import org.jspecify.annotations.Nullable;

/**
 * A value of an opaque type: only functions look into it. Its {@code equals} is Java's own affair;
 * what {@code ==} says about it is {@link #equalTo}.
 */
public interface OpaqueValue {
  Type type();

  /**
   * Returns what {@code this == other} is in CEL.
   *
   * @throws EvaluationException if cel-go has no overload for the two, as with most opaque values
   *     and a value of another type
   */
  default boolean equalTo(@Nullable Object other) {
    return equals(other);
  }

  /** Returns the size that the cost of a call counts: 1 unless the value knows better. */
  default long costSize() {
    return 1;
  }
}
