package io.bitten.core.fire;

import io.bitten.core.Event;
import io.bitten.core.Interrupted;
import io.bitten.core.Page;
import io.bitten.core.Some;
import io.bitten.core.SomeRules;
import io.bitten.core.Versioned;
import io.bitten.core.fill.FillDesk;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.core.order.Order;
import io.bitten.core.risk.RiskBook;
import io.bitten.core.signal.LedgerEntry;
import io.bitten.core.signal.LedgerHead;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/** A trader with a seen account and a live signal, and what became of the fires. */
final class FireScene {
  final ManualTime time = new ManualTime(Some.NOW);
  final MemoryWorld memory = MemoryWorld.on(time);

  FireScene() {
    memory.traders().save(Versioned.fresh(Some.trader()));
    memory.accounts().claim(Some.account());
    memory.accounts().keep(Some.snapshot());
    memory.calendars().keep(Some.calendar());
    memory.ledger().append(Some.signal(), LedgerEntry.after(LedgerHead.empty(), "{}"));
  }

  /** It is this moment, and the account was just seen. */
  void at(Instant now) {
    time.set(now);
    memory.accounts().keep(Some.snapshot(now));
  }

  Offer offer() {
    OfferDesk desk = new OfferDesk(memory.world(), SomeRules.rulebook());
    return ((Preview.Ready) desk.onSignal(Some.USER, Some.signal().id(), 77)).offer();
  }

  FireDesk desk() {
    return new FireDesk(memory.world(), SomeRules.rulebook());
  }

  FillDesk fills() {
    return new FillDesk(memory.world(), SomeRules.rulebook());
  }

  SweepDesk sweep() {
    return new SweepDesk(memory.world(), fills());
  }

  /** Fires with a process that dies at the given moment; false when it ended before. */
  boolean crashed(Offer offer, Interrupted.Moment when) {
    Runnable crash =
        () -> {
          throw new Interrupted.Crash();
        };
    try {
      new FireDesk(Interrupted.world(memory.world(), when, crash), SomeRules.rulebook())
          .fire(new FireRequest(offer.id(), offer.user(), "tap-1", 77));
      return false;
    } catch (Interrupted.Crash e) {
      return true;
    }
  }

  Page<Order> orders() {
    return memory.orders().of(Some.USER, "", 100);
  }

  Versioned<Order> order(Order order) {
    return memory.orders().find(order.id()).orElseThrow();
  }

  Versioned<RiskBook> stored() {
    return memory.riskBooks().find(Some.USER).orElseThrow();
  }

  RiskBook book() {
    return stored().value();
  }

  Set<String> commandIds() {
    return memory.queues().relay().stream()
        .map(command -> command.header().id())
        .collect(Collectors.toSet());
  }

  Set<String> placedIds() {
    return memory.events().published().stream()
        .filter(event -> event instanceof Event.OrderPlaced)
        .map(event -> event.header().id())
        .collect(Collectors.toSet());
  }
}
