package io.bitten.adapters.terminal;

import io.bitten.core.market.TradingWeek;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * How far a broker's clock is ahead of UTC, learned from its ticks: brokers differ, most change
 * with New York's summer time, and none says so. Two ticks in a row that agree settle it for the
 * trading week, which begins on Sunday; each week it is learned anew. A feed that stands still or
 * is late teaches nothing: only a tick newer than the one before and near a whole half hour counts,
 * and no broker's clock is taken to be behind UTC.
 */
public final class BrokerClock {
  /** How far a fresh tick may be from our clock. */
  public static final Duration NEAR = Duration.ofSeconds(30);

  private static final Duration STEP = Duration.ofMinutes(30);
  private static final Duration FARTHEST = Duration.ofHours(14);
  private static final Duration NONE = Duration.ofSeconds(-1);

  private Instant newest = Instant.MIN;
  private Duration candidate = NONE;
  private LocalDate learnedIn = LocalDate.MIN;
  private Duration ahead = Duration.ZERO;
  private boolean told;

  /** The newest tick of one look, as the broker wrote its time, and when it was asked for. */
  public synchronized void saw(Instant shown, Instant now) {
    Duration seen = STEP.multipliedBy(Math.round(secondsAhead(shown, now) / STEP.toSeconds()));
    boolean near = Duration.between(now.plus(seen), shown).abs().compareTo(NEAR) < 0;
    if (!near || seen.isNegative() || seen.compareTo(FARTHEST) > 0 || !shown.isAfter(newest)) {
      candidate = shown.equals(newest) ? candidate : NONE;
      return;
    }
    newest = shown;
    if (TradingWeek.isOpen(now) && !learnedIn.equals(sunday(now)) && seen.equals(candidate)) {
      ahead = seen;
      learnedIn = sunday(now);
    }
    candidate = seen;
  }

  /** A tick said its own offset: then there is nothing to be learned from ticks. */
  public synchronized void toldItsOffset() {
    told = true;
  }

  /**
   * Whether times without an offset can be read. Until then {@link #utc} takes them as written,
   * hours in the future with most brokers: good enough to see a position and look after its stop,
   * which must not wait over a weekend for a tick, and not to book a deal on its day.
   */
  public synchronized boolean known() {
    return told || !learnedIn.equals(LocalDate.MIN);
  }

  /** The moment that the broker writes like this. */
  public synchronized Instant utc(Instant shown) {
    return shown.minus(ahead);
  }

  private static double secondsAhead(Instant shown, Instant now) {
    return Duration.between(now, shown).toSeconds();
  }

  private static LocalDate sunday(Instant now) {
    return now.atZone(TradingWeek.NEW_YORK)
        .toLocalDate()
        .with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
  }
}
