package dev.plimsoll.cel.functions;

import static dev.plimsoll.cel.Type.DURATION;
import static dev.plimsoll.cel.Type.INT;
import static dev.plimsoll.cel.Type.STRING;
import static dev.plimsoll.cel.Type.TIMESTAMP;

import dev.plimsoll.cel.Overload;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** The parts of timestamps, in UTC or a zone, and of durations. */
final class Times {
  private static final int DAYS_OF_WEEK = 7;

  private Times() {}

  static List<Overload> overloads() {
    var all = new ArrayList<Overload>();
    part(all, "getFullYear", "timestamp_to_year", t -> t.getYear());
    part(all, "getMonth", "timestamp_to_month", t -> t.getMonthValue() - 1);
    part(all, "getDayOfYear", "timestamp_to_day_of_year", t -> t.getDayOfYear() - 1);
    part(all, "getDayOfMonth", "timestamp_to_day_of_month", t -> t.getDayOfMonth() - 1);
    part(all, "getDate", "timestamp_to_day_of_month_1_based", t -> t.getDayOfMonth());
    part(
        all,
        "getDayOfWeek",
        "timestamp_to_day_of_week",
        t -> t.getDayOfWeek().getValue() % DAYS_OF_WEEK);
    part(all, "getHours", "timestamp_to_hours", t -> t.getHour());
    amount(all, "getHours", "duration_to_hours", d -> (long) of(d, 3600));
    part(all, "getMinutes", "timestamp_to_minutes", t -> t.getMinute());
    amount(all, "getMinutes", "duration_to_minutes", d -> (long) of(d, 60));
    part(all, "getSeconds", "timestamp_to_seconds", t -> t.getSecond());
    amount(all, "getSeconds", "duration_to_seconds", d -> (long) of(d, 1));
    part(all, "getMilliseconds", "timestamp_to_milliseconds", t -> t.getNano() / 1_000_000);
    amount(all, "getMilliseconds", "duration_to_milliseconds", d -> d.toNanos() / 1_000_000);
    return all;
  }

  private static void part(
      List<Overload> all, String name, String id, ToLongFunction<OffsetDateTime> part) {
    all.add(
        Overload.member(
            name,
            id,
            INT,
            List.of(TIMESTAMP),
            args -> part.applyAsLong(Moments.in(Arguments.as(Instant.class, args[0]), "UTC"))));
    all.add(
        Overload.member(
            name,
            id + "_with_tz",
            INT,
            List.of(TIMESTAMP, STRING),
            args ->
                part.applyAsLong(
                    Moments.in(Arguments.as(Instant.class, args[0]), Arguments.text(args[1])))));
  }

  private static void amount(
      List<Overload> all, String name, String id, ToLongFunction<Duration> amount) {
    all.add(
        Overload.member(
            name,
            id,
            INT,
            List.of(DURATION),
            args -> amount.applyAsLong(Arguments.as(Duration.class, args[0]))));
  }

  /** Divides as Go does: the whole units and the rest are added as doubles. */
  private static double of(Duration duration, long seconds) {
    long unit = seconds * 1_000_000_000L;
    long nanos = duration.toNanos();
    return (double) (nanos / unit) + (double) (nanos % unit) / unit;
  }
}
