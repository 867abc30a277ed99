package dev.plimsoll.cel;

import org.jspecify.annotations.Nullable;

/**
 * CEL's optional value: unlike {@link java.util.Optional} it may hold null.
 *
 * @param present whether there is a value
 * @param value the value; null when there is none
 */
public record OptionalValue(boolean present, @Nullable Object value) {
  public static final OptionalValue NONE = new OptionalValue(false, null);

  public static OptionalValue of(@Nullable Object value) {
    return new OptionalValue(true, value);
  }
}
