package dev.plimsoll.cel;

/**
 * An unsigned 64-bit integer.
 *
 * @param bits the value's bits, read as unsigned
 */
public record UInt(long bits) implements Comparable<UInt> {
  @Override
  public int compareTo(UInt other) {
    return Long.compareUnsigned(bits, other.bits);
  }

  @Override
  public String toString() {
    return Long.toUnsignedString(bits);
  }
}
