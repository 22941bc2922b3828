package io.bitten.local.sim;

import io.bitten.core.account.AccountId;
import io.bitten.core.account.Magic;
import io.bitten.core.account.Position;
import io.bitten.core.account.Ticket;
import io.bitten.core.market.Level;
import io.bitten.core.memory.MemoryOrders;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderId;
import io.bitten.core.order.OrderState;
import io.bitten.core.relay.Entry;
import io.bitten.core.relay.Lease;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
  private final HaltLog halts;
  private final LeaseLog leases;
  private final Map<LastHop, Long> epochs = new HashMap<>();
  private final LateFills late;
  private final EntryMessages messages;

  Checks(Timeline time, MemoryWorld memory, Logs logs) {
    this.time = time;
    this.orders = memory.orders();
    this.late = new LateFills(memory);
    this.messages = new EntryMessages(time, orders);
    this.halts = logs.halts();
    this.leases = logs.leases();
  }

  /** What was stored and when. */
  record Logs(HaltLog halts, LeaseLog leases) {}

  LateFills late() {
    return late;
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
  }

  /** The first byte of an entry leaves the relay now. */
  void leaves(Entry entry, SimProcess process) {
    Optional<Long> forced = process.disk().forcedAt(entry);
    hold(
        forced.isPresent(),
        Invariant.I8_INTENT_FIRST,
        entry.id() + " leaves " + process.name() + " without an intent on the disk");
    heldLease(entry, process, forced.get());
    Order order = orders.find(entry.id()).orElseThrow().value();
    hold(
        !process.showed(order.account(), entry.magic()),
        Invariant.I1_ONE_ENTRY_DEAL,
        entry.id() + " leaves though " + process.name() + " was shown its position");
    halts
        .olderThan(order, forced.get() - HaltLog.PROOF_MS)
        .ifPresent(
            halt -> fall(Invariant.I5_HALT_HOLDS, entry.id() + " leaves long after " + halt));
    process
        .toldBefore(order, forced.get())
        .ifPresent(
            halt ->
                fall(Invariant.I5_HALT_HOLDS, entry.id() + " leaves after it was told " + halt));
  }

  private void heldLease(Entry entry, SimProcess process, long at) {
    Optional<Lease> held = leases.at(at);
    hold(
        held.isPresent()
            && held.get().holder().equals(process.name())
            && held.get().epoch() == entry.epoch(),
        Invariant.I11_NO_STALE_EPOCH,
        entry.id()
            + " leaves "
            + process.name()
            + " under epoch "
            + entry.epoch()
            + ", held: "
            + held);
  }

  Instant at(long ms) {
    return time.at(ms);
  }

  /** A last hop has lost everything it knew, as an Expert Advisor without its journal. */
  void forgot(LastHop hop) {
    epochs.remove(hop);
  }

  /** An entry reaches a last hop. */
  void arrives(LastHop hop, Entry entry) {
    epochs.merge(hop, entry.epoch(), Math::max);
  }

  /** A last hop lets an entry pass to its terminal; an aware one has promised something. */
  void passes(LastHop hop, Entry entry) {
    if (!hop.aware()) {
      return;
    }
    hold(
        entry.epoch() >= epochs.get(hop),
        Invariant.I11_NO_STALE_EPOCH,
        entry.id() + " passed under epoch " + entry.epoch() + " after " + epochs.get(hop));
    Order order = orders.find(entry.id()).orElseThrow().value();
    hold(
        !time.instant().isAfter(order.deadline()),
        Invariant.I7_NOT_TOO_LATE,
        entry.id() + " passed the last hop after its deadline");
    halts
        .olderThan(order, time.now() - HaltLog.LAST_HOP_MS)
        .ifPresent(
            halt -> fall(Invariant.I5_HALT_HOLDS, entry.id() + " passed long after " + halt));
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

  /** Once a second: stops. */
  void second(long troubleUntil) {
    for (Broker broker : brokers.values()) {
      for (Position position : broker.ours()) {
        if (position.stopLoss() instanceof Level.At) {
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
