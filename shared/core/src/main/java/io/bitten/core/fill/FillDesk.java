package io.bitten.core.fill;

import io.bitten.core.Contention;
import io.bitten.core.Event;
import io.bitten.core.EventHeader;
import io.bitten.core.Rulebook;
import io.bitten.core.Versioned;
import io.bitten.core.World;
import io.bitten.core.Written;
import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.account.TradingAccount;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderState;
import io.bitten.core.risk.BookRules;
import io.bitten.core.risk.RiskBook;
import java.util.Optional;

/**
 * Books what relays report: the look at an account is kept, the risk of an ended order is released
 * and its result counted once, and the change is told on the bus. Any report may come twice.
 */
public final class FillDesk {
  private static final int TRIES = 8;

  private final World world;
  private final Rulebook rules;

  public FillDesk(World world, Rulebook rules) {
    this.world = world;
    this.rules = rules;
  }

  public void book(Report report) {
    switch (report) {
      case Report.OrderMoved moved -> world.orders().find(moved.order()).ifPresent(this::moved);
      case Report.AccountSeen seen -> seen(seen.snapshot());
      case Report.Heartbeat beat -> world.relays().keep(beat);
      case Report.HaltSeen seen -> world.relays().keep(seen);
    }
  }

  private void moved(Versioned<Order> stored) {
    Order order = stored.value();
    if (order.state().terminal()) {
      settle(order);
    }
    world.events().publish(changed(stored));
    switch (order.state()) {
      case OrderState.Protected s ->
          world
              .events()
              .publish(
                  new Event.TradeExecuted(
                      header("executed", stored), order.id(), order.user(), stored.version()));
      case OrderState.Closed s ->
          world
              .events()
              .publish(
                  new Event.TradeClosed(
                      header("closed", stored), order.id(), order.user(), stored.version()));
      case OrderState.New s -> {}
      case OrderState.Submitting s -> {}
      case OrderState.Unknown s -> {}
      case OrderState.Filled s -> {}
      case OrderState.Unprotected s -> {}
      case OrderState.Closing s -> {}
      case OrderState.Rejected s -> {}
      case OrderState.Expired s -> {}
      case OrderState.Killed s -> {}
      case OrderState.Dead s -> {}
    }
  }

  /** Releases an ended order's risk and counts its result; repeatable. */
  public void settle(Order order) {
    for (int i = 0; i < TRIES; i++) {
      Optional<Versioned<RiskBook>> book = world.riskBooks().find(order.user());
      if (book.isEmpty()) {
        return;
      }
      RiskBook settled = BookRules.settle(book.get().value(), order, rules.limits());
      if (settled.equals(book.get().value())
          || world.riskBooks().save(book.get().with(settled)) == Written.STORED) {
        return;
      }
    }
    throw new Contention("the risk book of " + order.user() + " kept changing");
  }

  /** The first look of a day opens the day's page; a higher equity raises the peak. */
  private void seen(AccountSnapshot snapshot) {
    world.accounts().keep(snapshot);
    Optional<TradingAccount> account = world.accounts().find(snapshot.account());
    if (account.isEmpty()) {
      return;
    }
    Optional<Versioned<RiskBook>> book = world.riskBooks().find(account.get().owner());
    if (book.isPresent()) {
      RiskBook today =
          BookRules.today(book.get().value(), snapshot.balance(), snapshot.equity(), snapshot.at());
      if (!today.equals(book.get().value())) {
        world.riskBooks().save(book.get().with(today));
      }
    }
  }

  private static Event changed(Versioned<Order> stored) {
    Order order = stored.value();
    return new Event.OrderChanged(
        header("changed", stored),
        order.id(),
        order.user(),
        stored.version(),
        order.state().label());
  }

  private static EventHeader header(String what, Versioned<Order> stored) {
    Order order = stored.value();
    String id = what + "-" + order.id() + "-" + stored.version();
    return EventHeader.of(id, order.createdAt(), order.correlation());
  }
}
