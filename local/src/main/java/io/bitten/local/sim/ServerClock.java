package io.bitten.local.sim;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A broker's clock: two hours ahead of UTC, three while a zone has summer time. A terminal knows
 * how far it is ahead now, and takes that off every time, whenever it was.
 */
record ServerClock(ZoneId season) {
  private static final Duration WINTER = Duration.ofHours(2);
  private static final Duration SUMMER = Duration.ofHours(3);

  private Duration ahead(Instant at) {
    return season.getRules().isDaylightSavings(at) ? SUMMER : WINTER;
  }

  Now at(Instant moment) {
    return new Now(ahead(moment));
  }

  /** The clock at one moment. */
  final class Now {
    private final Duration apart;

    private Now(Duration apart) {
      this.apart = apart;
    }

    /** What the terminal makes of the broker's time for a moment, in seconds since 1970. */
    long seconds(Instant moment) {
      return moment.plus(ahead(moment)).minus(apart).getEpochSecond();
    }
  }
}
