package io.bitten.core.halt;

import io.bitten.core.CorrelationId;
import io.bitten.core.Event;
import io.bitten.core.EventHeader;
import io.bitten.core.World;
import io.bitten.core.fill.Report;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Which hop has taken a scope's newest epoch into effect, and when each did so first. */
public final class HaltReceipts {
  /** The hop that decides whether a fire becomes an order. */
  public static final String FIRE_DESK = "fire desk";

  /** The hop that sends an unclaimed order's command again. */
  public static final String SWEEP = "sweep";

  /** Begins the name of the hop that tells everybody's relay a halt of the whole system. */
  public static final String COMMANDS = "commands for ";

  private final World world;

  public HaltReceipts(World world) {
    this.world = world;
  }

  /** Keeps a hop's receipt and tells it; a repeat changes nothing and is told again. */
  public void keep(Report.HaltSeen seen) {
    world.relays().keep(seen);
    HaltTexts.scope(seen.scope())
        .ifPresent(
            scope ->
                world
                    .events()
                    .publish(new Event.HaltReached(header(seen), scope, seen.epoch(), seen.hop())));
  }

  /** A hop of the cloud has met the halt now; only the first time of each epoch counts. */
  public void met(Halt halt, String hop) {
    String scope = HaltTexts.of(halt.scope());
    if (halt.epoch() > 0 && of(halt).stream().noneMatch(one -> one.hop().equals(hop))) {
      keep(new Report.HaltSeen(scope, halt.epoch(), hop, world.time().instant()));
    }
  }

  /** The receipts of exactly this epoch, the earliest first. */
  public List<Report.HaltSeen> of(Halt halt) {
    return world.relays().receipts(HaltTexts.of(halt.scope())).stream()
        .filter(one -> one.epoch() == halt.epoch())
        .sorted(Comparator.comparing(Report.HaltSeen::at))
        .toList();
  }

  private static EventHeader header(Report.HaltSeen seen) {
    Instant at = seen.at();
    return EventHeader.of(
        "reached-" + seen.scope() + "-" + seen.epoch() + "-" + seen.hop(),
        at,
        new CorrelationId("halt-" + seen.epoch()));
  }
}
