package dev.plimsoll.review;

/**
 * What is known about something asked for.
 *
 * @param <T> what it is, if it is known
 */
public sealed interface Answer<T> {

  /** It is there. */
  record Known<T>(T value) implements Answer<T> {}

  /** It is known not to be there. */
  record Absent<T>() implements Answer<T> {}

  /**
   * Nobody here can tell.
   *
   * @param reason what is missing, as a user reads it
   */
  record Unknown<T>(String reason) implements Answer<T> {}

  static <T> Answer<T> known(T value) {
    return new Known<>(value);
  }

  static <T> Answer<T> absent() {
    return new Absent<>();
  }

  static <T> Answer<T> unknown(String reason) {
    return new Unknown<>(reason);
  }
}
