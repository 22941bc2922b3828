package io.bitten.core.alert;

import io.bitten.core.Digest;
import io.bitten.core.Event;
import io.bitten.core.Page;
import io.bitten.core.Rulebook;
import io.bitten.core.World;
import io.bitten.core.account.Oath;
import io.bitten.core.account.Reach;
import io.bitten.core.account.Tier;
import io.bitten.core.account.Trader;
import io.bitten.core.chat.ChatSettings;
import io.bitten.core.chat.Outgoing;
import io.bitten.core.chat.SignalCards;
import io.bitten.core.signal.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns a signal into one card for everybody who may see it. Higher tiers first; inside a tier the
 * signal's own digest says where the round begins, so nobody is always first. A repeat makes the
 * same messages with the same keys, and the sender sends each key once.
 */
public final class AlertDesk {
  private static final int PAGE = 200;

  /**
   * More readers than this need a fan-out of their own; the desk refuses rather than forgets some.
   */
  private static final int MOST_READERS = 50_000;

  private static final int BATCH = 50;

  private final World world;
  private final SignalCards cards;

  public AlertDesk(World world, Rulebook rules, ChatSettings settings) {
    this.world = world;
    this.cards = new SignalCards(rules, settings);
  }

  /** Queues the alerts; returns how many. An expired signal makes none. */
  public int alert(Event.SignalGenerated event) {
    List<Outgoing> alerts = alerts(event.signal());
    for (int from = 0; from < alerts.size(); from += BATCH) {
      world.queues().message(alerts.subList(from, Math.min(alerts.size(), from + BATCH)));
    }
    return alerts.size();
  }

  /** Whether {@link #alert} would queue anything now. */
  public boolean reachesAnybody(Signal signal) {
    return !alerts(signal).isEmpty();
  }

  private List<Outgoing> alerts(Signal signal) {
    List<Outgoing> alerts = new ArrayList<>();
    if (!signal.liveAt(world.time().instant())) {
      return alerts;
    }
    Map<Tier, List<Trader>> readers = readers();
    for (Tier tier : List.of(Tier.values()).reversed()) {
      List<Trader> fair = rotated(readers.getOrDefault(tier, List.of()), signal);
      fair.forEach(reader -> alert(reader, signal).ifPresent(alerts::add));
    }
    return alerts;
  }

  private Optional<Outgoing> alert(Trader reader, Signal signal) {
    Instant now = world.time().instant();
    return cards
        .alert(reader, signal, "0", now)
        .map(
            card ->
                new Outgoing.Alert(
                    "alert-" + signal.id() + "-" + reader.id(),
                    reader.chat(),
                    card,
                    signal.id(),
                    signal.expiresAt()));
  }

  private Map<Tier, List<Trader>> readers() {
    Map<Tier, List<Trader>> readers = new EnumMap<>(Tier.class);
    String after = "";
    int count = 0;
    do {
      Page<Trader> page = world.traders().page(after, PAGE);
      for (Trader trader : page.items()) {
        if (trader.reach() == Reach.REACHABLE && trader.oath() instanceof Oath.Taken) {
          readers.computeIfAbsent(trader.tier(), tier -> new ArrayList<>()).add(trader);
        }
      }
      count += page.items().size();
      if (count > MOST_READERS) {
        throw new IllegalStateException("more than " + MOST_READERS + " readers for one signal");
      }
      after = page.next();
    } while (!after.isEmpty());
    return readers;
  }

  private static List<Trader> rotated(List<Trader> readers, Signal signal) {
    if (readers.isEmpty()) {
      return readers;
    }
    int start = Math.floorMod(Digest.hex(signal.id().value()).hashCode(), readers.size());
    List<Trader> fair = new ArrayList<>(readers.subList(start, readers.size()));
    fair.addAll(readers.subList(0, start));
    return fair;
  }
}
