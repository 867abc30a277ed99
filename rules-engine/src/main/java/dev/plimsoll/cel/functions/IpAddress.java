package dev.plimsoll.cel.functions;

import dev.plimsoll.cel.EvaluationException;
import dev.plimsoll.cel.OpaqueValue;
import dev.plimsoll.cel.Text;
import dev.plimsoll.cel.Type;
import org.jspecify.annotations.Nullable;

/**
 * An IP address as Go's net/netip has it, without zone.
 *
 * @param v4 whether it is an address of version 4, which is held in the lower half of {@code low}
 * @param high the first eight bytes
 * @param low the last eight bytes
 */
public record IpAddress(boolean v4, long high, long low) implements OpaqueValue {
  static final Type TYPE = Type.opaque("net.IP");

  /** A version 4 address in a version 6 one. */
  private static final long MAPPED = 0xFFFF;

  /**
   * Parses an address.
   *
   * @throws EvaluationException if the text isn't one, or one with a zone, or a mapped one
   */
  static IpAddress parse(String text) {
    IpAddressParser parser = new IpAddressParser(text);
    IpAddress address;
    try {
      address = parser.parse();
    } catch (EvaluationException wrong) {
      throw new EvaluationException(
          "IP Address "
              + Text.quote(text)
              + " parse error during conversion from string: "
              + wrong.text());
    }
    if (parser.hasZone()) {
      throw new EvaluationException(
          "IP address " + Text.quote(text) + " with zone value is not allowed");
    }
    address.refuseMapped(text);
    return address;
  }

  void refuseMapped(String text) {
    if (!v4 && high == 0 && low >>> 32 == MAPPED) {
      throw new EvaluationException(
          "IPv4-mapped IPv6 address " + Text.quote(text) + " is not allowed");
    }
  }

  @Override
  public Type type() {
    return TYPE;
  }

  @Override
  public boolean equalTo(@Nullable Object other) {
    return equals(Arguments.as(IpAddress.class, other));
  }

  @Override
  public long costSize() {
    return v4 ? 4 : 16;
  }

  int bits() {
    return v4 ? 32 : 128;
  }

  boolean isUnspecified() {
    return high == 0 && low == 0;
  }

  boolean isLoopback() {
    return v4 ? low >>> 24 == 127 : high == 0 && low == 1;
  }

  boolean isMulticast() {
    return v4 ? low >>> 28 == 0xE : high >>> 56 == 0xFF;
  }

  boolean isLinkLocalMulticast() {
    return v4 ? low >>> 8 == 0xE00000 : (high >>> 48 & 0xFF0F) == 0xFF02;
  }

  boolean isLinkLocalUnicast() {
    return v4 ? low >>> 16 == 0xA9FE : (high >>> 48 & 0xFFC0) == 0xFE80;
  }

  boolean isGlobalUnicast() {
    boolean broadcast = v4 && low == 0xFFFFFFFFL;
    return !broadcast
        && !isUnspecified()
        && !isLoopback()
        && !isMulticast()
        && !isLinkLocalUnicast();
  }

  /** Returns the address with all bits after the first ones set to zero. */
  IpAddress masked(int prefix) {
    if (v4) {
      return new IpAddress(true, 0, prefix == 0 ? 0 : low & -1L << (32 - prefix));
    }
    long highMask = prefix == 0 ? 0 : prefix >= 64 ? -1 : -1L << (64 - prefix);
    long lowMask = prefix <= 64 ? 0 : -1L << (128 - prefix);
    return new IpAddress(false, high & highMask, low & lowMask);
  }

  /** Returns the canonical text. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(v4 ? 15 : 39);
    if (v4) {
      for (int shift = 24; shift >= 0; shift -= 8) {
        text.append(low >>> shift & 0xFF).append(shift == 0 ? "" : ".");
      }
      return text.toString();
    }
    int zerosStart = -1;
    int zerosEnd = -1;
    for (int i = 0; i < 8; i++) {
      int j = i;
      while (j < 8 && group(j) == 0) {
        j++;
      }
      if (j - i >= 2 && j - i > zerosEnd - zerosStart) {
        zerosStart = i;
        zerosEnd = j;
      }
    }
    for (int i = 0; i < 8; i++) {
      if (i == zerosStart) {
        text.append("::");
        i = zerosEnd;
        if (i >= 8) {
          break;
        }
      } else if (i > 0) {
        text.append(':');
      }
      text.append(Integer.toHexString(group(i)));
    }
    return text.toString();
  }

  private int group(int index) {
    return (int) ((index < 4 ? high : low) >>> (48 - 16 * (index % 4))) & 0xFFFF;
  }
}
