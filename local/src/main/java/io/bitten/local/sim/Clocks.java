package io.bitten.local.sim;

import io.bitten.core.market.TradingWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * When a story begins, and by whose summer time its broker goes: some stories of the bridge begin
 * shortly before the clocks change.
 */
record Clocks(Instant start, ServerClock broker, long changeMs) {
  private static final int ONE_OF = 3;
  private static final int EARLIEST_MS = 50_000;
  private static final int SPAN_MS = 30_000;
  private static final ServerClock NEW_YORK = new ServerClock(TradingWeek.NEW_YORK);
  private static final ServerClock ATHENS = new ServerClock(ZoneId.of("Europe/Athens"));

  private static final List<Change> CHANGES =
      List.of(
          new Change(Instant.parse("2026-03-08T07:00:00Z"), NEW_YORK),
          new Change(Instant.parse("2026-11-01T06:00:00Z"), NEW_YORK),
          new Change(Instant.parse("2026-03-29T01:00:00Z"), ATHENS),
          new Change(Instant.parse("2026-10-25T01:00:00Z"), ATHENS));

  private record Change(Instant at, ServerClock broker) {}

  static Clocks of(Plan plan) {
    long drawn = plan.seed() / Plays.BRIDGES_ONE_OF;
    boolean changes = plan.kind() == Plan.Kind.BRIDGES && Math.floorMod(drawn, ONE_OF) == 0;
    if (!changes || plan.without().contains(Fault.CLOCKS_CHANGE)) {
      return new Clocks(Timeline.START, NEW_YORK, Long.MAX_VALUE);
    }
    long nth = drawn / ONE_OF;
    Change change = CHANGES.get((int) Math.floorMod(nth, (long) CHANGES.size()));
    long before = EARLIEST_MS - Math.floorMod(nth * 7_919, (long) SPAN_MS);
    return new Clocks(change.at().minusMillis(before), change.broker(), before);
  }

  /** The moment of the change is told. */
  void begin(Stage stage) {
    if (changeMs < Long.MAX_VALUE) {
      stage.time().moment(changeMs, () -> stage.faults().came(Fault.CLOCKS_CHANGE));
    }
  }
}
