package io.bitten.core.fill;

import io.bitten.core.Contention;
import io.bitten.core.CorrelationId;
import io.bitten.core.Event;
import io.bitten.core.EventHeader;
import io.bitten.core.Rulebook;
import io.bitten.core.Versioned;
import io.bitten.core.World;
import io.bitten.core.Written;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.Money;
import io.bitten.core.account.Ticket;
import io.bitten.core.account.TradingAccount;
import io.bitten.core.account.UserId;
import io.bitten.core.fire.CloseDesk;
import io.bitten.core.order.Order;
import io.bitten.core.order.Orphan;
import io.bitten.core.order.OrphanFact;
import io.bitten.core.order.OrphanRules;
import io.bitten.core.order.OrphanSource;
import io.bitten.core.order.OrphanState;
import io.bitten.core.risk.BookRules;
import io.bitten.core.risk.PositionRisk;
import io.bitten.core.risk.RiskBook;
import java.util.Optional;

/**
 * Books what relays learn about positions without an order: the limits count it first, then the
 * record says so, then it is told. Relays repeat themselves until the record says what they see, so
 * an end between any two of these is made good.
 */
final class OrphanDesk {
  private static final int TRIES = 8;

  private final World world;
  private final Rulebook rules;
  private final DayPages pages;

  OrphanDesk(World world, Rulebook rules, DayPages pages) {
    this.world = world;
    this.rules = rules;
    this.pages = pages;
  }

  /**
   * Books one report; repeatable. What needs the account's first look waits for it, and the relay
   * repeats itself.
   *
   * @throws Contention when somebody else wrote meanwhile; the queue repeats the report
   */
  void book(Report.OrphanSeen seen) {
    Optional<Versioned<Orphan>> stored = world.orphans().find(seen.account(), seen.ticket());
    Optional<Versioned<Orphan>> next =
        stored.isPresent()
            ? stored.map(one -> one.with(after(one.value(), seen)))
            : first(seen).map(Versioned::fresh);
    if (next.isEmpty()) {
      return;
    }
    Orphan orphan = next.get().value();
    count(orphan);
    boolean changed = stored.isEmpty() || !stored.get().equals(next.get());
    if (changed && world.orphans().save(next.get()) == Written.STALE) {
      throw new Contention("orphan " + seen.ticket() + " was changed by another");
    }
    tell(orphan, changed ? next.get().version() + 1 : next.get().version());
  }

  private Orphan after(Orphan orphan, Report.OrphanSeen seen) {
    if (seen.fact() instanceof OrphanFact.Claimed claimed && !holds(claimed, seen.ticket())) {
      return orphan;
    }
    Money risk =
        seen.fact() instanceof OrphanFact.Found found
            ? risk(found, seen.account()).orElse(orphan.risk())
            : orphan.risk();
    return OrphanRules.after(orphan, seen.fact(), risk, seen.at());
  }

  /**
   * Whether the order took the position for its own, which its stored state alone proves: the relay
   * that says so may have stood still since it read that the order waits.
   */
  private boolean holds(OrphanFact.Claimed claimed, Ticket ticket) {
    return world
        .orders()
        .find(claimed.order())
        .flatMap(order -> CloseDesk.executed(order.value()))
        .filter(fill -> fill.ticket().equals(ticket))
        .isPresent();
  }

  /** Empty when there is nothing to begin with, or nobody whose limits it could count in. */
  private Optional<Orphan> first(Report.OrphanSeen seen) {
    if (!(seen.fact() instanceof OrphanFact.Found found)) {
      return Optional.empty();
    }
    return user(seen, found)
        .flatMap(
            user ->
                risk(found, seen.account()).map(risk -> first(seen, found, new Stake(user, risk))));
  }

  /** Whose money it is, and how much of it. */
  private record Stake(UserId user, Money risk) {}

  private static Orphan first(Report.OrphanSeen seen, OrphanFact.Found found, Stake stake) {
    return new Orphan(
        Orphan.idOf(seen.account(), seen.ticket()),
        stake.user(),
        seen.account(),
        found.source(),
        found.symbol(),
        found.direction(),
        found.fill(),
        stake.risk(),
        OrphanRules.first(found.source(), seen.at()),
        seen.at());
  }

  private Optional<UserId> user(Report.OrphanSeen seen, OrphanFact.Found found) {
    return order(found)
        .map(Order::user)
        .or(() -> world.accounts().find(seen.account()).map(TradingAccount::owner));
  }

  private Optional<Order> order(OrphanFact.Found found) {
    return switch (found.source()) {
      case OrphanSource.OfOrder of -> world.orders().find(of.order()).map(Versioned::value);
      case OrphanSource.OfNobody nobody -> Optional.empty();
    };
  }

  private Optional<Money> risk(OrphanFact.Found found, AccountId account) {
    return order(found)
        .map(order -> PositionRisk.of(order.terms(), found.fill()))
        .or(
            () ->
                world
                    .accounts()
                    .snapshot(account)
                    .map(look -> PositionRisk.of(found, look, rules.limits())));
  }

  private void count(Orphan orphan) {
    for (int i = 0; i < TRIES; i++) {
      Optional<Versioned<RiskBook>> book =
          world.riskBooks().find(orphan.user()).or(() -> opened(orphan));
      if (book.isEmpty()) {
        // An order was placed with a book, and a stranger's account was seen: there is none to be.
        return;
      }
      RiskBook counted = BookRules.count(turned(book.get().value(), orphan), orphan);
      if (counted.equals(book.get().value())
          || world.riskBooks().save(book.get().with(counted)) == Written.STORED) {
        return;
      }
    }
    throw new Contention("the risk book of " + orphan.user() + " kept changing");
  }

  private RiskBook turned(RiskBook book, Orphan orphan) {
    return orphan.state() instanceof OrphanState.Closed closed
        ? pages.at(book, orphan.account(), closed.exit())
        : book;
  }

  private Optional<Versioned<RiskBook>> opened(Orphan orphan) {
    return world
        .accounts()
        .snapshot(orphan.account())
        .map(
            look ->
                Versioned.fresh(
                    BookRules.open(orphan.user(), look.balance(), look.equity(), look.at())));
  }

  private void tell(Orphan orphan, long version) {
    world
        .events()
        .publish(
            new Event.OrphanChanged(
                EventHeader.of(
                    "orphan-" + orphan.id() + "-" + version,
                    orphan.foundAt(),
                    new CorrelationId("orphan-" + orphan.id())),
                orphan.user(),
                orphan.account(),
                orphan.fill().ticket(),
                version,
                orphan.state().label()));
  }
}
