package io.bitten.adapters.tradermade;

import io.bitten.core.market.Timeframe;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How the vendor names a candle length, and the longest stretch it gives in one call: a year of
 * days, a month of hours, two days of minutes (one here, for the answer's size).
 */
record Interval(String interval, int period, Duration page) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd-HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  static Interval of(Timeframe timeframe) {
    return switch (timeframe) {
      case M1 -> new Interval("minute", 1, Duration.ofDays(1));
      case M5 -> new Interval("minute", 5, Duration.ofDays(2));
      case M15 -> new Interval("minute", 15, Duration.ofDays(2));
      case H1 -> new Interval("hourly", 1, Duration.ofDays(28));
      case H4 -> new Interval("hourly", 4, Duration.ofDays(28));
      case D1 -> new Interval("daily", 1, Duration.ofDays(360));
    };
  }

  /** A moment as the vendor wants it for this interval. */
  String date(Instant moment) {
    return interval.equals("daily") ? DAY.format(moment) : MINUTE.format(moment);
  }
}
