package io.bitten.local.sim;

import io.bitten.core.Versioned;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.Position;
import io.bitten.core.account.Ticket;
import io.bitten.core.halt.Halt;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderId;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.Orphan;
import io.bitten.core.order.OrphanSource;
import io.bitten.core.order.OrphanState;
import io.bitten.core.relay.Entry;
import io.bitten.core.risk.RiskBook;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Positions that came after everybody had stopped waiting for them, and what has to become of each:
 * its order's own where that still asked for it, and else one orphan that counts until it is gone.
 */
final class LateFills {
  private static final String RELAY = "relay ";

  private final Map<Ticket, OrderId> orders = new HashMap<>();
  private final Map<Ticket, AccountId> recorded = new HashMap<>();
  private final MemoryWorld memory;
  private int awaited;

  LateFills(MemoryWorld memory) {
    this.memory = memory;
  }

  /** The broker has taken an entry and carries it out much later. */
  void awaited() {
    awaited++;
  }

  /** It has done so now. */
  void filled(Entry entry, Position position) {
    awaited--;
    orders.put(position.ticket(), entry.id());
  }

  /** Whether the order has been executed late already. */
  boolean has(OrderId order) {
    return orders.containsValue(order);
  }

  boolean is(Ticket ticket) {
    return orders.containsKey(ticket);
  }

  /**
   * Whether somebody of ours has seen it: what comes and goes between two looks is told by none.
   */
  boolean seen(Ticket ticket) {
    return recorded.containsKey(ticket) || holds(order(ticket), ticket);
  }

  /** Whether everything that is late has come and has ended or is an open order's own. */
  boolean settled(Map<AccountId, Broker> brokers) {
    return awaited == 0 && left(brokers).isEmpty();
  }

  /** After a while without faults none is left that no order holds. */
  void gone(Map<AccountId, Broker> brokers) {
    List<Ticket> left = left(brokers);
    hold(left.isEmpty(), "late positions " + left + " are still there");
  }

  private List<Ticket> left(Map<AccountId, Broker> brokers) {
    return orders.keySet().stream()
        .filter(ticket -> !holds(order(ticket), ticket))
        .filter(
            ticket -> brokers.values().stream().anyMatch(one -> one.position(ticket).isPresent()))
        .toList();
  }

  /** Whether one is still to come, or is not told to its end. */
  boolean open() {
    return awaited > 0
        || orders.keySet().stream()
            .filter(ticket -> !holds(order(ticket), ticket))
            .anyMatch(ticket -> !closed(ticket));
  }

  private boolean closed(Ticket ticket) {
    return memory
        .orphans()
        .find(order(ticket).account(), ticket)
        .filter(one -> !one.value().state().open())
        .isPresent();
  }

  /** Whether the last of each orphan is recorded and told. */
  boolean told(Told told) {
    return !open() && recorded.keySet().stream().allMatch(ticket -> told(ticket, told));
  }

  private boolean told(Ticket ticket, Told told) {
    return memory
        .orphans()
        .find(recorded.get(ticket), ticket)
        .filter(one -> !one.value().state().open())
        .filter(one -> one.version() == told.version(ticket))
        .isPresent();
  }

  /** The cloud has stored what it knows of an orphan. */
  void stored(Versioned<Orphan> one) {
    Orphan orphan = one.value();
    Ticket ticket = orphan.fill().ticket();
    recorded.put(ticket, orphan.account());
    hold(
        orphan.source() instanceof OrphanSource.OfOrder of
            && memory.orders().find(of.order()).isPresent(),
        "position " + ticket + " is taken for nobody's");
    OrderId id = ((OrphanSource.OfOrder) orphan.source()).order();
    hold(
        !is(ticket) || orders.get(ticket).equals(id),
        "position " + ticket + " is taken for one of " + id);
    hold(
        !holds(memory.orders().find(id).orElseThrow().value(), ticket),
        "position " + ticket + " is an orphan, and " + id + " holds it");
    hold(
        !orphan.state().open() || counts(orphan),
        "orphan " + ticket + " is recorded and does not count in the limits");
  }

  private boolean counts(Orphan orphan) {
    return memory.riskBooks().find(orphan.user()).map(Versioned::value).stream()
        .map(RiskBook::reservations)
        .flatMap(held -> held.stream())
        .anyMatch(held -> held.order().equals(orphan.id()));
  }

  /** What everybody knows in the end. */
  record Ended(Told told, HaltLog halts, ExitChecks exits) {}

  /** At the end: each has one place, and its money is what the deals say. */
  void ended(AccountId account, Broker broker, Ended with) {
    for (Ticket ticket : orders.keySet()) {
      if (order(ticket).account().equals(account) && !holds(order(ticket), ticket)) {
        Optional<Versioned<Orphan>> found = memory.orphans().find(account, ticket);
        hold(found.isPresent(), "late position " + ticket + " was never recorded");
      }
    }
    recorded.forEach(
        (ticket, owner) -> {
          if (owner.equals(account)) {
            ended(memory.orphans().find(account, ticket).orElseThrow(), broker, with);
          }
        });
    with.halts().changes().stream()
        .filter(one -> one.halt() instanceof Halt.Active halt && halt.by().startsWith(RELAY))
        .forEach(one -> Checks.fall(Invariant.I21_LATE_IS_AN_ORPHAN, "a relay sets " + one));
  }

  private static void ended(Versioned<Orphan> orphan, Broker broker, Ended with) {
    Told told = with.told();
    Ticket ticket = orphan.value().fill().ticket();
    hold(
        orphan.value().state() instanceof OrphanState.Closed,
        "orphan " + ticket + " is still " + orphan.value().state().label());
    hold(
        told.version(ticket) == orphan.version(),
        "orphan "
            + ticket
            + " is at version "
            + orphan.version()
            + ", told "
            + told.version(ticket));
    with.exits()
        .booked(
            "orphan " + ticket,
            ((OrphanState.Closed) orphan.value().state()).exit(),
            broker.deals().stream().filter(deal -> deal.position().equals(ticket)).toList());
  }

  private Order order(Ticket ticket) {
    return memory.orders().find(orders.get(ticket)).orElseThrow().value();
  }

  /** Whether it is the position that the order has, or had. */
  private static boolean holds(Order order, Ticket ticket) {
    return switch (order.state()) {
      case OrderState.Filled s -> s.fill().ticket().equals(ticket);
      case OrderState.Unprotected s -> s.fill().ticket().equals(ticket);
      case OrderState.Protected s -> s.fill().ticket().equals(ticket);
      case OrderState.Closing s -> s.fill().ticket().equals(ticket);
      case OrderState.Closed s -> s.fill().ticket().equals(ticket);
      case OrderState.New s -> false;
      case OrderState.Submitting s -> false;
      case OrderState.Unknown s -> false;
      case OrderState.Rejected s -> false;
      case OrderState.Expired s -> false;
      case OrderState.Killed s -> false;
      case OrderState.Dead s -> false;
    };
  }

  private static void hold(boolean holds, String otherwise) {
    Checks.hold(holds, Invariant.I21_LATE_IS_AN_ORPHAN, otherwise);
  }
}
