package dev.plimsoll.cel.functions;

import java.math.BigInteger;

/** Whole numbers of any size. */
final class BigIntegers {
  private static final int FEW_DIGITS = 500;

  private BigIntegers() {}

  /** Parses digits in less than quadratic time, where Java's own constructor takes that. */
  static BigInteger parse(String digits) {
    if (digits.length() <= FEW_DIGITS) {
      return new BigInteger(digits);
    }
    int middle = digits.length() / 2;
    return parse(digits.substring(0, middle))
        .multiply(BigInteger.TEN.pow(digits.length() - middle))
        .add(parse(digits.substring(middle)));
  }
}
