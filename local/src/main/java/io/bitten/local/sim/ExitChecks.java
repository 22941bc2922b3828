package io.bitten.local.sim;

import io.bitten.core.account.AccountId;
import io.bitten.core.account.Position;
import io.bitten.core.account.Ticket;
import io.bitten.core.market.Level;
import io.bitten.core.memory.MemoryOrders;
import io.bitten.core.order.CloseWish;
import io.bitten.core.order.Exit;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.Terms;
import io.bitten.core.relay.Deal;
import io.bitten.core.relay.PositionClose;
import io.bitten.core.relay.StopChange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What has to hold of closes and stops: when one reaches the broker, and when an end is booked. */
final class ExitChecks {
  /** How an Expert Advisor names a close of its own. */
  static final String NO_STOP = "NOSTOP";

  private final LateFills late;
  private final MemoryOrders orders;
  private final Set<Ticket> closing = new HashSet<>();
  private final List<CloseWish> wishes = new ArrayList<>();
  private LastHop.Tells tells = LastHop.Tells.EVERYTHING;

  ExitChecks(LateFills late, MemoryOrders orders) {
    this.late = late;
    this.orders = orders;
  }

  /** What the story's last hops tell of the past. */
  void expect(LastHop.Tells all) {
    tells = all;
  }

  /** An order has stored that its position is to go. */
  void closing(Ticket ticket, ExitReason reason) {
    asked(reason);
    closing.add(ticket);
  }

  private static void asked(ExitReason reason) {
    Checks.hold(
        reason != VainCommands.NOBODYS,
        Invariant.I36_VAIN_COMMANDS,
        "a close is stored that is past its time, or for another account");
  }

  /** A close is stored that may mean positions which nobody knows yet. */
  void wished(CloseWish wish) {
    asked(wish.reason());
    wishes.add(wish);
  }

  /** A close of a position that is there reaches the broker. */
  void closes(PositionClose close, Position position, AccountId account) {
    boolean allowed =
        !position.magic().isOurs()
            || closing.contains(position.ticket())
            || close.id().equals(NO_STOP) && position.stopLoss() instanceof Level.Absent
            || orders
                .find(position.magic())
                .map(found -> late.has(found.value().id()) || wished(found.value(), account))
                .orElse(true);
    Checks.hold(
        allowed,
        Invariant.I32_CLOSED_FOR_A_REASON,
        "position " + position.ticket() + " is closed, and nobody asked for it");
  }

  private boolean wished(Order order, AccountId account) {
    return wishes.stream()
        .filter(wish -> wish.account().equals(account))
        .anyMatch(
            wish ->
                switch (wish.target()) {
                  case CloseWish.Target.All all -> !order.createdAt().isAfter(wish.at());
                  case CloseWish.Target.Of one -> one.order().equals(order.id());
                });
  }

  /** New levels for a position that is there reach the broker. */
  void changes(StopChange change, Position position) {
    orders
        .find(position.magic())
        .map(found -> found.value().terms())
        .ifPresent(terms -> changes(change, terms));
  }

  private static void changes(StopChange change, Terms terms) {
    Checks.hold(
        change.symbol().equals(terms.symbol())
            && change.stopLoss().equals(terms.stopLoss())
            && change.takeProfit().equals(Level.at(terms.takeProfit())),
        Invariant.I29_TERMS_ARRIVE,
        change + " says something else than " + terms);
  }

  /** An order ends with its position. */
  void closed(Order order, OrderState.Closed state, Broker broker) {
    Ticket ticket = state.fill().ticket();
    List<Deal> deals =
        broker.deals().stream().filter(deal -> deal.position().equals(ticket)).toList();
    Checks.hold(
        !deals.isEmpty() && broker.position(ticket).isEmpty(),
        Invariant.I2_STATE_AGREES,
        order.id() + " is CLOSED, and the broker says otherwise");
    booked(order.id().value(), state.exit(), deals);
    if (state.exit() instanceof Exit.Booked exit) {
      boolean taken = deals.stream().anyMatch(deal -> deal.side() == Deal.Side.ANNULLED);
      Checks.hold(
          taken == (exit.reason() == ExitReason.ANNULLED),
          Invariant.I15_MONEY_AGREES,
          order.id() + " ended by " + exit.reason() + ", its entry taken back: " + taken);
    }
  }

  /** The money of an end is what the deals say, and it is known wherever it is told. */
  void booked(String what, Exit exit, List<Deal> deals) {
    switch (exit) {
      case Exit.Booked booked -> {
        BigDecimal sum = money(deals);
        Checks.hold(
            sum.compareTo(booked.net().amount()) == 0,
            Invariant.I15_MONEY_AGREES,
            what + " is booked with " + booked.net().shown() + ", the deals say " + sum);
      }
      case Exit.Unbooked unbooked ->
          Checks.hold(
              tells != LastHop.Tells.EVERYTHING,
              Invariant.I15_MONEY_AGREES,
              what + " ended without its money, and the history tells it");
    }
  }

  /** What deals come to. */
  static BigDecimal money(List<Deal> deals) {
    return deals.stream().map(deal -> deal.net().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
