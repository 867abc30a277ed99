package dev.plimsoll.cel.functions;

/** Powers of ten. */
final class PowersOfTen {
  private static final long[] LONGS = new long[19];
  private static final double[] UNITS = new double[32];
  private static final double[] UP = new double[10];
  private static final double[] DOWN = new double[11];

  static {
    LONGS[0] = 1;
    for (int i = 1; i < LONGS.length; i++) {
      LONGS[i] = 10 * LONGS[i - 1];
    }
    for (int i = 0; i < UNITS.length; i++) {
      UNITS[i] = Double.parseDouble("1e" + i);
    }
    for (int i = 0; i < UP.length; i++) {
      UP[i] = Double.parseDouble("1e" + 32 * i);
    }
    for (int i = 0; i < DOWN.length; i++) {
      DOWN[i] = Double.parseDouble("1e-" + 32 * i);
    }
  }

  private PowersOfTen() {}

  /** Returns 10^exponent for an exponent from 0 to 18. */
  static long asLong(int exponent) {
    return LONGS[exponent];
  }

  /** Returns 10^exponent as Go's math.Pow10 does, whose products of two powers may be a bit off. */
  static double asDouble(int exponent) {
    if (exponent < -323) {
      return 0;
    }
    if (exponent > 308) {
      return Double.POSITIVE_INFINITY;
    }
    return exponent >= 0
        ? UP[exponent / 32] * UNITS[exponent % 32]
        : DOWN[-exponent / 32] / UNITS[-exponent % 32];
  }
}
