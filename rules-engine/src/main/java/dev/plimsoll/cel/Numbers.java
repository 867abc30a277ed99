package dev.plimsoll.cel;

/** Conversions between the types of numbers. */
public final class Numbers {
  private Numbers() {}

  /** Returns the double nearest to an unsigned integer. */
  public static double toDouble(UInt number) {
    long bits = number.bits();
    // Halving keeps the lowest bit, so that the doubling rounds as one conversion would.
    return bits >= 0 ? (double) bits : 2.0 * ((bits >>> 1) | (bits & 1));
  }
}
