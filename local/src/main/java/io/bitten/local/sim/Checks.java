package io.bitten.local.sim;

import io.bitten.core.account.AccountId;
import io.bitten.core.account.Magic;
import io.bitten.core.account.Position;
import io.bitten.core.account.Ticket;
import io.bitten.core.market.Level;
import io.bitten.core.market.Price;
import io.bitten.core.memory.MemoryOrders;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderId;
import io.bitten.core.order.OrderState;
import io.bitten.core.relay.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The invariants, asserted at the moment when something could break one. */
final class Checks {
  static final Duration NAKED = Duration.ofSeconds(10);

  /** Only a comparison finds one that came late, and they are ten seconds apart. */
  static final Duration NAKED_LATE = Duration.ofSeconds(20);

  /** A clock is at most so far off. */
  static final long CLOCK_MS = 2_000;

  private final Timeline time;
  private final MemoryOrders orders;
  private final Map<AccountId, Broker> brokers = new LinkedHashMap<>();
  private final Map<Magic, OrderId> magics = new HashMap<>();
  private final Map<Magic, Integer> entries = new HashMap<>();
  private final Set<Ticket> foreign = new HashSet<>();
  private final Map<Ticket, Long> nakedSince = new HashMap<>();
  private final EntryChecks ways;
  private final ExitChecks exits;
  private final Map<Magic, Price> agreed = new HashMap<>();
  private final LateFills late;
  private final EntryMessages messages;

  Checks(Timeline time, MemoryWorld memory, Logs logs) {
    this.time = time;
    this.orders = memory.orders();
    this.late = new LateFills(memory);
    this.messages = new EntryMessages(time, orders);
    this.ways = new EntryChecks(time, orders, logs);
    this.exits = new ExitChecks(late, orders);
  }

  /** What was stored and when. */
  record Logs(HaltLog halts, LeaseLog leases) {}

  LateFills late() {
    return late;
  }

  /** Of entries on their way. */
  EntryChecks entries() {
    return ways;
  }

  /** Of closes and stops on their way. */
  ExitChecks exits() {
    return exits;
  }

  EntryMessages messages() {
    return messages;
  }

  Map<AccountId, Broker> brokers() {
    return brokers;
  }

  void watch(AccountId account, Broker broker) {
    brokers.put(account, broker);
  }

  /** A position that is not ours. */
  void watch(Ticket ticket) {
    foreign.add(ticket);
  }

  Set<Ticket> foreign() {
    return foreign;
  }

  /** An order was stored NEW. */
  void placed(Order order) {
    OrderId before = magics.putIfAbsent(order.magic(), order.id());
    hold(before == null, Invariant.I14_DEAL_HAS_ORDER, order.magic() + " is given twice");
    agreed.put(order.magic(), order.terms().stopLoss());
  }

  Instant at(long ms) {
    return time.at(ms);
  }

  /** A deal was made of an entry. */
  void filled(Entry entry) {
    OrderId owner = magics.get(entry.magic());
    hold(
        entry.id().equals(owner),
        Invariant.I14_DEAL_HAS_ORDER,
        "a deal with magic " + entry.magic() + " belongs to " + owner);
    int deals = entries.merge(entry.magic(), 1, Integer::sum);
    hold(deals == 1, Invariant.I1_ONE_ENTRY_DEAL, entry.id() + " has " + deals + " entry deals");
    Order order = orders.find(entry.id()).orElseThrow().value();
    hold(
        !order.state().terminal(),
        Invariant.I2_STATE_AGREES,
        entry.id() + " is filled and its state is " + order.state().label());
  }

  /** Whether the order was executed while somebody waited for it. */
  boolean dealt(Order order) {
    return entries.containsKey(order.magic());
  }

  /** Whether the order of this magic is past all doubt about its entry. */
  boolean known(Magic magic) {
    return switch (orders.find(magics.get(magic)).orElseThrow().value().state()) {
      case OrderState.New s -> false;
      case OrderState.Submitting s -> false;
      case OrderState.Unknown s -> false;
      case OrderState.Filled s -> true;
      case OrderState.Unprotected s -> true;
      case OrderState.Protected s -> true;
      case OrderState.Closing s -> true;
      case OrderState.Closed s -> true;
      case OrderState.Rejected s -> true;
      case OrderState.Expired s -> true;
      case OrderState.Killed s -> true;
      case OrderState.Dead s -> true;
    };
  }

  /** Somebody of ours asks to close or change a position. */
  void touched(Ticket ticket) {
    hold(
        !foreign.contains(ticket),
        Invariant.I13_FOREIGN_UNTOUCHED,
        "position " + ticket + " is not ours");
  }

  /** Whether the position has the agreed stop or one nearer; one farther off is none. */
  private boolean guarded(Position position) {
    Price most = agreed.get(position.magic());
    return position.stopLoss() instanceof Level.At(var stop)
        && switch (position.direction()) {
          case BUY -> !stop.below(most);
          case SELL -> !stop.above(most);
        };
  }

  /** Once a second: stops. */
  void second(long troubleUntil) {
    for (Broker broker : brokers.values()) {
      for (Position position : broker.ours()) {
        if (guarded(position)) {
          nakedSince.remove(position.ticket());
        } else {
          long since = nakedSince.computeIfAbsent(position.ticket(), ticket -> time.now());
          long clear = Math.max(since, troubleUntil);
          Duration most = late.is(position.ticket()) ? NAKED_LATE : NAKED;
          hold(
              time.now() - clear <= most.toMillis(),
              Invariant.I4_NOT_NAKED,
              "position " + position.ticket() + " is naked for " + (time.now() - since) + " ms");
        }
      }
    }
  }

  static void hold(boolean holds, Invariant invariant, String otherwise) {
    if (!holds) {
      fall(invariant, otherwise);
    }
  }

  static void fall(Invariant invariant, String what) {
    throw new Broken(invariant, what);
  }
}
