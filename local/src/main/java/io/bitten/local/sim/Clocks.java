package io.bitten.local.sim;

import io.bitten.core.market.TradingWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * When a story begins, and by whose summer time its broker goes: some stories of the bridge begin
 * shortly before the clocks change, some of the others shortly before midnight.
 */
record Clocks(Instant start, ServerClock broker, Turn turn) {
  private static final int ONE_OF = 3;
  private static final int EARLIEST_MS = 50_000;
  private static final int SPAN_MS = 30_000;
  private static final ServerClock NEW_YORK = new ServerClock(TradingWeek.NEW_YORK);
  private static final ServerClock ATHENS = new ServerClock(ZoneId.of("Europe/Athens"));

  /** A day ends, and Tokyo opens with the next one. */
  private static final Instant MIDNIGHT = Instant.parse("2026-03-04T00:00:00Z");

  private static final int NIGHTS_ONE_OF = 10;
  private static final int NIGHT_EARLIEST_MS = 25_000;
  private static final int NIGHT_SPAN_MS = 22_000;

  private static final List<Change> CHANGES =
      List.of(
          new Change(Instant.parse("2026-03-08T07:00:00Z"), NEW_YORK),
          new Change(Instant.parse("2026-11-01T06:00:00Z"), NEW_YORK),
          new Change(Instant.parse("2026-03-29T01:00:00Z"), ATHENS),
          new Change(Instant.parse("2026-10-25T01:00:00Z"), ATHENS));

  /** What turns in the middle of the story, and when. */
  record Turn(Fault what, long inMs) {}

  private record Change(Instant at, ServerClock broker) {}

  static Clocks of(Plan plan) {
    long drawn = plan.seed() / Plays.BRIDGES_ONE_OF;
    if (night(plan)) {
      long before = NIGHT_EARLIEST_MS - Math.floorMod(plan.seed() * 7_919, (long) NIGHT_SPAN_MS);
      return new Clocks(MIDNIGHT.minusMillis(before), NEW_YORK, new Turn(Fault.DAY_TURNS, before));
    }
    boolean changes = plan.kind() == Plan.Kind.BRIDGES && Math.floorMod(drawn, ONE_OF) == 0;
    if (!changes || plan.without().contains(Fault.CLOCKS_CHANGE)) {
      return new Clocks(Timeline.START, NEW_YORK, new Turn(Fault.CLOCKS_CHANGE, Long.MAX_VALUE));
    }
    long nth = drawn / ONE_OF;
    Change change = CHANGES.get((int) Math.floorMod(nth, (long) CHANGES.size()));
    long before = EARLIEST_MS - Math.floorMod(nth * 7_919, (long) SPAN_MS);
    return new Clocks(
        change.at().minusMillis(before), change.broker(), new Turn(Fault.CLOCKS_CHANGE, before));
  }

  private static boolean night(Plan plan) {
    return plan.kind() == Plan.Kind.ORDERS
        && Math.floorMod(plan.seed(), NIGHTS_ONE_OF) == 5
        && !plan.without().contains(Fault.DAY_TURNS);
  }

  /** Whether the story begins in the middle of a night, with positions of the day before. */
  boolean night() {
    return turn.what() == Fault.DAY_TURNS;
  }

  /** The moment of the change is told. */
  void begin(Stage stage) {
    if (turn.inMs() < Long.MAX_VALUE) {
      stage.time().moment(turn.inMs(), () -> stage.faults().came(turn.what()));
    }
  }
}
