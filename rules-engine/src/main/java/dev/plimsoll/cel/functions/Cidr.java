package dev.plimsoll.cel.functions;

import dev.plimsoll.cel.EvaluationException;
import dev.plimsoll.cel.OpaqueValue;
import dev.plimsoll.cel.Text;
import dev.plimsoll.cel.Type;
import org.jspecify.annotations.Nullable;

/**
 * A network as Go's net/netip has it: its address keeps the bits after the prefix.
 *
 * @param address the address
 * @param prefix how many of its bits are the network's
 */
public record Cidr(IpAddress address, int prefix) implements OpaqueValue {
  static final Type TYPE = Type.opaque("net.CIDR");

  /**
   * Parses a network.
   *
   * @throws EvaluationException if the text isn't one, or one of a mapped address
   */
  static Cidr parse(String text) {
    try {
      Cidr cidr = parsePrefix(text);
      cidr.address.refuseMapped(text);
      return cidr;
    } catch (EvaluationException wrong) {
      throw new EvaluationException(
          "network address parse error during conversion from string: " + wrong.text());
    }
  }

  private static Cidr parsePrefix(String text) {
    int slash = text.lastIndexOf('/');
    if (slash < 0) {
      throw wrong(text, "no '/'");
    }
    IpAddressParser parser = new IpAddressParser(text.substring(0, slash));
    IpAddress address;
    try {
      address = parser.parse();
    } catch (EvaluationException wrong) {
      throw wrong(text, wrong.text());
    }
    if (parser.hasZone()) {
      throw wrong(text, "IPv6 zones cannot be present in a prefix");
    }
    String bits = text.substring(slash + 1);
    long prefix = bits.length() > 1 && bits.charAt(0) == '0' ? -1 : number(bits);
    if (prefix < 0) {
      throw wrong(text, "bad bits after slash: " + Text.quote(bits));
    }
    if (prefix > address.bits()) {
      throw wrong(text, "prefix length out of range");
    }
    return new Cidr(address, (int) prefix);
  }

  /** Returns a number of digits only, or -1. */
  private static long number(String digits) {
    try {
      boolean plain = digits.chars().allMatch(c -> c >= '0' && c <= '9');
      return plain ? Long.parseLong(digits) : -1;
    } catch (NumberFormatException tooLarge) {
      return -1;
    }
  }

  private static EvaluationException wrong(String text, String what) {
    return new EvaluationException(
        "network address parse error during conversion from string: netip.ParsePrefix("
            + Text.quote(text)
            + "): "
            + what);
  }

  @Override
  public Type type() {
    return TYPE;
  }

  @Override
  public boolean equalTo(@Nullable Object other) {
    return equals(Arguments.as(Cidr.class, other));
  }

  @Override
  public long costSize() {
    return (prefix + 7) / 8;
  }

  boolean contains(IpAddress other) {
    return address.v4() == other.v4() && other.masked(prefix).equals(address.masked(prefix));
  }

  boolean contains(Cidr other) {
    return prefix <= other.prefix && contains(other.address);
  }

  Cidr masked() {
    return new Cidr(address.masked(prefix), prefix);
  }

  @Override
  public String toString() {
    return address + "/" + prefix;
  }
}
