package io.bitten.core.chat;

import io.bitten.core.market.Price;
import io.bitten.core.market.Symbol;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How numbers, times and ages look in a message: always with their unit, and with their age once
 * not fresh.
 */
final class Shows {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private Shows() {}

  static String time(Instant at) {
    return TIME.format(at);
  }

  /** With seconds, where they matter. */
  static String second(Instant at) {
    return SECOND.format(at);
  }

  /** A short length with its tenths: 0.4 s; from ten seconds on as {@link #length}. */
  static String tenths(Duration length) {
    return length.compareTo(TEN_SECONDS) < 0
        ? BigDecimal.valueOf(length.toMillis(), 3).setScale(1, RoundingMode.HALF_UP) + " s"
        : length(length);
  }

  static String day(Instant at) {
    return DAY.format(at);
  }

  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A length in its largest whole unit: 12 s, 3 min, 5 h, 2 days. */
  static String length(Duration length) {
    long seconds = Math.max(0, length.toSeconds());
    if (seconds < 120) {
      return seconds + " s";
    }
    if (seconds < 7_200) {
      return seconds / 60 + " min";
    }
    return seconds < 172_800 ? seconds / 3_600 + " h" : seconds / 86_400 + " days";
  }

  /** Empty while fresh, else for example " (12 s ago)". */
  static String age(Instant at, Instant now, Duration fresh) {
    Duration age = Duration.between(at, now);
    return age.compareTo(fresh) <= 0 ? "" : " (" + length(age) + " ago)";
  }

  /**
   * A price distance in pips: ten points where prices have 3 or 5 decimals. Of a metal there is no
   * agreed pip: as a price.
   */
  static String distance(BigDecimal distance, Symbol symbol, Price scale) {
    if (symbol.base().metal()) {
      return distance.toPlainString();
    }
    int digits = scale.value().scale();
    int pipDigits = digits == 3 || digits == 5 ? digits - 1 : digits;
    return distance
            .movePointRight(Math.max(0, pipDigits))
            .setScale(1, RoundingMode.HALF_UP)
            .toPlainString()
        + " pips";
  }

  /** As many points of a price's own scale, as {@link #distance} writes them. */
  static String points(int points, Symbol symbol, Price scale) {
    return distance(BigDecimal.valueOf(points, scale.value().scale()), symbol, scale);
  }

  static String percent(BigDecimal value) {
    return value.setScale(1, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString() + " %";
  }
}
