package dev.plimsoll.webhook;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How long the API server waits for an answer: the {@code timeout} of its URL, a Go duration such
 * as {@code 10s} or {@code 1m30s}.
 */
final class Deadline {

  /** What {@code timeoutSeconds} of a webhook is unless it says otherwise. */
  static final Duration DEFAULT = Duration.ofSeconds(10);

  /** The longest {@code timeoutSeconds} that Kubernetes accepts. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private static final Pattern PART =
      Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)(ns|us|µs|ms|s|m|h)");

  private Deadline() {}

  /**
   * Returns how long to evaluate: a tenth of the time, at most half a second, is kept for the way
   * back.
   */
  static Duration forEvaluation(String timeout) throws UnreadableException {
    var whole = timeout.isEmpty() ? DEFAULT : parse(timeout);
    var bounded = whole.compareTo(LONGEST) > 0 ? LONGEST : whole;
    var reserve = Math.min(bounded.toNanos() / 10, Duration.ofMillis(500).toNanos());
    return bounded.minusNanos(reserve);
  }

  private static Duration parse(String text) throws UnreadableException {
    var parts = PART.matcher(text);
    var sum = Duration.ZERO;
    int end = 0;
    while (end < text.length() && parts.find(end) && parts.start() == end) {
      double nanos = Double.parseDouble(parts.group(1)) * nanosIn(parts.group(2));
      sum = sum.plusNanos((long) nanos);
      end = parts.end();
    }
    if (end < text.length() || sum.isZero()) {
      throw new UnreadableException(
          "timeout '" + text + "' is not a duration such as 10s: the API server sends one");
    }
    return sum;
  }

  private static double nanosIn(String unit) {
    return switch (unit) {
      case "ns" -> 1;
      case "us", "µs" -> 1e3;
      case "ms" -> 1e6;
      case "s" -> 1e9;
      case "m" -> 60e9;
      default -> 3600e9;
    };
  }
}
