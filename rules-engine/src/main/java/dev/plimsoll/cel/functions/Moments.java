package dev.plimsoll.cel.functions;

import dev.plimsoll.cel.EvaluationException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRulesException;
import java.time.zone.ZoneRulesProvider;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Timestamps and durations as Go has them: read, moved within their ranges, put into zones. */
final class Moments {
  private static final long FIRST_SECOND = -62_135_596_800L;
  private static final long LAST_SECOND = 253_402_300_799L;
  private static final Set<String> FIXED = Set.of("EST", "MST", "HST");
  private static final long NANOS = 1_000_000_000L;

  /** RFC 3339 with the liberties of Go's time.Parse: a one-digit hour and a decimal comma. */
  private static final Pattern TIME =
      Pattern.compile(
          "([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{1,2}):([0-9]{2}):([0-9]{2})"
              + "(?:[.,]([0-9]+))?(?:Z|([+-])([0-9]{2}):([0-9]{2}))");

  private static final Map<String, Long> UNITS =
      Map.of(
          "ns", 1L,
          "us", 1_000L,
          "µs", 1_000L,
          "μs", 1_000L,
          "ms", 1_000_000L,
          "s", NANOS,
          "m", 60 * NANOS,
          "h", 3600 * NANOS);
  private static final Pattern PART = Pattern.compile("([0-9]*)(?:\\.([0-9]*))?([^0-9.]+)");

  private Moments() {}

  /** Returns a moment, if it lies in the years 1 to 9999. */
  static Instant checked(long seconds, long nanos) {
    if (seconds < FIRST_SECOND || seconds > LAST_SECOND) {
      throw new EvaluationException("timestamp overflow");
    }
    return Instant.ofEpochSecond(seconds, nanos);
  }

  static Instant plus(Instant moment, long nanos) {
    var sum = moment.plusNanos(nanos);
    return checked(sum.getEpochSecond(), sum.getNano());
  }

  static Duration between(Instant a, Instant b) {
    long seconds = Arithmetic.subtractExact(a.getEpochSecond(), b.getEpochSecond());
    long whole = Arithmetic.multiplyExact(seconds, NANOS);
    return Duration.ofNanos(Arithmetic.addExact(whole, a.getNano() - b.getNano()));
  }

  static Optional<Instant> parseTime(String text) {
    var match = TIME.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    var fraction = match.group(7) == null ? "" : match.group(7);
    int nanos = Integer.parseInt((fraction + "000000000").substring(0, 9));
    int offset = 0;
    if (match.group(8) != null) {
      int hours = Integer.parseInt(match.group(9));
      int minutes = Integer.parseInt(match.group(10));
      if (hours > 24 || minutes > 60) {
        return Optional.empty();
      }
      offset = (hours * 60 + minutes) * (match.group(8).equals("-") ? -60 : 60);
    }
    OffsetDateTime time;
    try {
      time =
          OffsetDateTime.of(
              Integer.parseInt(match.group(1)),
              Integer.parseInt(match.group(2)),
              Integer.parseInt(match.group(3)),
              Integer.parseInt(match.group(4)),
              Integer.parseInt(match.group(5)),
              Integer.parseInt(match.group(6)),
              nanos,
              ZoneOffset.UTC);
    } catch (DateTimeException outOfRange) {
      return Optional.empty();
    }
    return Optional.of(checked(time.toEpochSecond() - offset, nanos));
  }

  /** Reads a duration such as {@code 1h2m3.5s}, as Go's time.ParseDuration. */
  static Optional<Duration> parseDuration(String text) {
    boolean negative = text.startsWith("-");
    var rest = negative || text.startsWith("+") ? text.substring(1) : text;
    if (rest.equals("0")) {
      return Optional.of(Duration.ZERO);
    }
    if (rest.isEmpty()) {
      return Optional.empty();
    }
    long total = 0;
    var match = PART.matcher(rest);
    int end = 0;
    while (end < rest.length()) {
      match.region(end, rest.length());
      var part = match.lookingAt() ? parsePart(match.group(1), match.group(2), match.group(3)) : -1;
      // The magnitude may be that of the least long.
      if (part < 0 && part != Long.MIN_VALUE) {
        return Optional.empty();
      }
      total += part;
      if (total < 0 && total != Long.MIN_VALUE) {
        return Optional.empty();
      }
      end = match.end();
    }
    if (!negative && total < 0) {
      return Optional.empty();
    }
    return Optional.of(Duration.ofNanos(negative ? -total : total));
  }

  /** Returns nanoseconds, the least long for 2^63, or -1 for what is no part of a duration. */
  private static long parsePart(String whole, String fraction, String unitName) {
    var unit = UNITS.get(unitName);
    if (unit == null || (whole.isEmpty() && (fraction == null || fraction.isEmpty()))) {
      return -1;
    }
    long value;
    try {
      value = whole.isEmpty() ? 0 : Long.parseUnsignedLong(whole);
    } catch (NumberFormatException outOfRange) {
      return -1;
    }
    if (Long.compareUnsigned(value, Long.divideUnsigned(Long.MIN_VALUE, unit)) > 0) {
      return -1;
    }
    value *= unit;
    if (fraction != null && !fraction.isEmpty()) {
      value += fractionOf(fraction, unit);
    }
    return value < 0 && value != Long.MIN_VALUE ? -1 : value;
  }

  private static long fractionOf(String digits, long unit) {
    long number = 0;
    double scale = 1;
    boolean overflow = false;
    for (int i = 0; i < digits.length() && !overflow; i++) {
      overflow = number > Long.MAX_VALUE / 10;
      long next = number * 10 + (digits.charAt(i) - '0');
      overflow |= next < 0 && next != Long.MIN_VALUE;
      if (!overflow) {
        number = next;
        scale *= 10;
      }
    }
    return (long) ((double) number * ((double) unit / scale));
  }

  /** Returns the moment in a time zone: a name of the tz database, or an offset with a colon. */
  static OffsetDateTime in(Instant moment, String zone) {
    int colon = zone.indexOf(':');
    if (colon >= 0) {
      long hours = number(zone.substring(0, colon));
      long minutes = number(zone.substring(colon + 1));
      long offset = zone.startsWith("-") ? hours * 60 - minutes : hours * 60 + minutes;
      return moment.plusSeconds(offset * 60).atOffset(ZoneOffset.UTC);
    }
    if (zone.isEmpty() || zone.equals("UTC") || zone.equals("Local")) {
      return moment.atOffset(ZoneOffset.UTC);
    }
    if (zone.contains("..") || zone.startsWith("/") || zone.contains("\\")) {
      throw new EvaluationException("time: invalid location name");
    }
    if (ZoneId.SHORT_IDS.containsKey(zone) && FIXED.contains(zone)) {
      return moment.atZone(ZoneId.of(zone, ZoneId.SHORT_IDS)).toOffsetDateTime();
    }
    try {
      if (ZoneRulesProvider.getAvailableZoneIds().contains(zone)) {
        return moment.atZone(ZoneId.of(zone)).toOffsetDateTime();
      }
    } catch (ZoneRulesException unknown) {
      // falls through: the provider names a zone it has no rules for
    }
    throw new EvaluationException("unknown time zone " + zone);
  }

  private static long number(String text) {
    return GoNumbers.parseInt(text)
        .orElseThrow(
            () ->
                new EvaluationException(
                    "strconv.Atoi: parsing "
                        + dev.plimsoll.cel.Text.quote(text)
                        + ": "
                        + (text.matches("[+-]?[0-9]+") ? "value out of range" : "invalid syntax")));
  }
}
