package io.bitten.local.sim;

import io.bitten.core.account.AccountId;
import io.bitten.core.memory.MemoryOrders;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderId;
import io.bitten.core.order.Terms;
import io.bitten.core.relay.Entry;
import io.bitten.core.relay.Lease;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What has to hold of an entry: when it leaves a relay, passes a last hop, and becomes a deal. */
final class EntryChecks {
  /** An order has two attempts, and only what comes late lets both become a deal. */
  private static final int MOST_DEALS = 2;

  private final Timeline time;
  private final MemoryOrders orders;
  private final HaltLog halts;
  private final LeaseLog leases;
  private final Map<LastHop, Long> epochs = new HashMap<>();
  private final Map<Tried, Integer> tried = new HashMap<>();
  private final Map<OrderId, Integer> deals = new HashMap<>();

  private record Tried(OrderId order, int attempt) {}

  EntryChecks(Timeline time, MemoryOrders orders, Checks.Logs logs) {
    this.time = time;
    this.orders = orders;
    this.halts = logs.halts();
    this.leases = logs.leases();
  }

  /** The first byte of an entry leaves the relay now, for this account. */
  void leaves(Entry entry, SimProcess process, AccountId account) {
    Checks.hold(
        process.disk().forced(entry),
        Invariant.I8_INTENT_FIRST,
        entry.id() + " leaves " + process.name() + " without an intent on the disk");
    heldLease(entry, process);
    Order order = order(entry);
    agreed(entry, account, order);
    Checks.hold(
        !process.showed(order.account(), entry.magic()),
        Invariant.I1_ONE_ENTRY_DEAL,
        entry.id() + " leaves though " + process.name() + " was shown its position");
    Checks.hold(
        !time.at(time.now() - Checks.CLOCK_MS).isAfter(entry.deadline()),
        Invariant.I7_NOT_TOO_LATE,
        entry.id() + " leaves " + process.name() + " after its attempt's deadline");
    halts
        .olderThan(order, time.now() - HaltLog.PROOF_MS)
        .ifPresent(
            halt ->
                Checks.fall(Invariant.I5_HALT_HOLDS, entry.id() + " leaves long after " + halt));
    process
        .toldBefore(order, time.now())
        .ifPresent(
            halt ->
                Checks.fall(
                    Invariant.I5_HALT_HOLDS, entry.id() + " leaves after it was told " + halt));
  }

  private void heldLease(Entry entry, SimProcess process) {
    Optional<Lease> held = leases.at(time.now());
    Checks.hold(
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

  /** What was agreed to, and nothing else, for the account that it was agreed for. */
  private static void agreed(Entry entry, AccountId account, Order order) {
    Terms terms = order.terms();
    boolean agrees =
        account.equals(order.account())
            && entry.symbol().equals(terms.symbol())
            && entry.direction() == terms.direction()
            && entry.lots().compareTo(terms.lots()) <= 0
            && entry.stopLoss().equals(terms.stopLoss())
            && entry.takeProfit().equals(terms.takeProfit())
            && entry.deviationPoints() == terms.deviationPoints();
    Checks.hold(
        agrees,
        Invariant.I29_TERMS_ARRIVE,
        entry + " for " + account + " says something else than " + terms);
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
    Checks.hold(
        entry.epoch() >= epochs.get(hop),
        Invariant.I11_NO_STALE_EPOCH,
        entry.id() + " passed under epoch " + entry.epoch() + " after " + epochs.get(hop));
    Order order = order(entry);
    Checks.hold(
        !time.instant().isAfter(order.deadline()),
        Invariant.I7_NOT_TOO_LATE,
        entry.id() + " passed the last hop after its deadline");
    halts
        .olderThan(order, time.now() - HaltLog.LAST_HOP_MS)
        .ifPresent(
            halt ->
                Checks.fall(Invariant.I5_HALT_HOLDS, entry.id() + " passed long after " + halt));
  }

  /** The broker makes a deal of it, in time or late. */
  void dealt(Entry entry, AccountId account) {
    agreed(entry, account, order(entry));
    int ofAttempt = tried.merge(new Tried(entry.id(), entry.attempt()), 1, Integer::sum);
    int ofOrder = deals.merge(entry.id(), 1, Integer::sum);
    Checks.hold(
        ofAttempt == 1 && ofOrder <= MOST_DEALS,
        Invariant.I1_ONE_ENTRY_DEAL,
        "attempt %d of %s has %d deals, the order %d"
            .formatted(entry.attempt(), entry.id(), ofAttempt, ofOrder));
  }

  private Order order(Entry entry) {
    return orders.find(entry.id()).orElseThrow().value();
  }
}
