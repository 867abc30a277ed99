package dev.plimsoll.linter.dockerfile;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;

/** Durations as Go writes them, such as {@code 1h30m} or {@code 1.5s}. */
final class GoDuration {

  private static final Map<String, Long> UNITS =
      Map.of(
          "ns", 1L,
          "us", 1_000L,
          "µs", 1_000L,
          "μs", 1_000L,
          "ms", 1_000_000L,
          "s", 1_000_000_000L,
          "m", 60_000_000_000L,
          "h", 3_600_000_000_000L);

  private static final Pattern STEP = Pattern.compile("([0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)([^0-9.]+)");

  private static final int LONGEST = 200;

  private GoDuration() {}

  /** Returns nanoseconds. */
  static long parse(Word word) throws SyntaxException {
    String text = word.text();
    boolean negative = text.startsWith("-");
    String rest = negative || text.startsWith("+") ? text.substring(1) : text;
    if (rest.equals("0")) {
      return 0;
    }
    var sum = BigDecimal.ZERO;
    var matcher = STEP.matcher(rest);
    int at = 0;
    while (at < rest.length() && rest.length() < LONGEST) {
      if (!matcher.find(at) || matcher.start() != at || !UNITS.containsKey(matcher.group(2))) {
        break;
      }
      var unit = BigDecimal.valueOf(UNITS.getOrDefault(matcher.group(2), 0L));
      sum = sum.add(new BigDecimal(matcher.group(1)).multiply(unit));
      at = matcher.end();
    }
    if (at < rest.length() || rest.isEmpty() || sum.compareTo(longest()) > 0) {
      throw new SyntaxException(
          "'%s' is no duration: write a number with ms, s, m or h".formatted(text), word);
    }
    long nanos = sum.longValue();
    return negative ? -nanos : nanos;
  }

  private static BigDecimal longest() {
    return BigDecimal.valueOf(Long.MAX_VALUE);
  }
}
