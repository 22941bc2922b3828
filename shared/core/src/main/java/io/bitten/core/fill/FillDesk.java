package io.bitten.core.fill;

import io.bitten.core.Contention;
import io.bitten.core.CorrelationId;
import io.bitten.core.Event;
import io.bitten.core.EventHeader;
import io.bitten.core.Rulebook;
import io.bitten.core.Versioned;
import io.bitten.core.World;
import io.bitten.core.Written;
import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.account.TradingAccount;
import io.bitten.core.account.UserId;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltReceipts;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.halt.HaltTexts;
import io.bitten.core.order.CloseWish;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderState;
import io.bitten.core.risk.BookRules;
import io.bitten.core.risk.RiskBook;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Books what relays report: the look at an account is kept, the risk of an ended order is released
 * and its result counted once, and the change is told on the bus. Any report may come twice.
 */
public final class FillDesk {
  private static final int TRIES = 8;

  /** How far a relay's clock may be ahead of ours; what is beyond that is not of its time. */
  private static final Duration CLOCKS = Duration.ofMinutes(1);

  private static final String PROTECTED = OrderState.label(OrderState.Protected.class);
  private static final String CLOSED = OrderState.label(OrderState.Closed.class);

  private final World world;
  private final Rulebook rules;
  private final OrphanDesk orphans;
  private final DayPages pages;

  public FillDesk(World world, Rulebook rules) {
    this.world = world;
    this.rules = rules;
    this.pages = new DayPages(world);
    this.orphans = new OrphanDesk(world, rules, pages);
  }

  public void book(Report report) {
    switch (report) {
      case Report.OrderMoved moved ->
          world.orders().find(moved.order()).ifPresent(stored -> moved(moved, stored));
      case Report.OrderMoving moving ->
          world.orders().find(moving.order()).ifPresent(stored -> moving(moving, stored));
      case Report.OrphanSeen seen -> orphans.book(seen);
      case Report.AccountSeen seen -> seen(seen.snapshot());
      case Report.Heartbeat beat -> world.relays().keep(heard(beat));
      case Report.HaltSeen seen -> halted(seen);
      case Report.CloseLapsed lapsed -> lapsed(lapsed);
    }
  }

  /**
   * Tells the state that is stored by now.
   *
   * @throws Contention when the version is not stored yet; the queue repeats the report
   */
  private void moving(Report.OrderMoving moving, Versioned<Order> stored) {
    if (stored.version() < moving.version()) {
      throw new Contention(moving.order() + " is not at version " + moving.version() + " yet");
    }
    Order order = stored.value();
    moved(
        new Report.OrderMoved(
            order.id(), order.account(), stored.version(), order.state().label(), moving.at()),
        stored);
  }

  /** Each move is told as it was reported: the order may have gone on since. */
  private void moved(Report.OrderMoved moved, Versioned<Order> stored) {
    Order order = stored.value();
    if (order.state().terminal()) {
      settle(order);
    } else {
      turn(order.user(), book -> BookRules.resize(book, order));
    }
    world
        .events()
        .publish(
            new Event.OrderChanged(
                header("changed", moved, order),
                order.id(),
                order.user(),
                moved.version(),
                moved.state()));
    if (moved.state().equals(PROTECTED)) {
      world
          .events()
          .publish(
              new Event.TradeExecuted(
                  header("executed", moved, order), order.id(), order.user(), moved.version()));
    }
    if (moved.state().equals(CLOSED)) {
      world
          .events()
          .publish(
              new Event.TradeClosed(
                  header("closed", moved, order), order.id(), order.user(), moved.version()));
    }
  }

  /** A halt that a relay set itself is told like every other; a repeat has the same id. */
  private void halted(Report.HaltSeen seen) {
    new HaltReceipts(world).keep(seen);
    Optional<HaltScope> scope = HaltTexts.scope(seen.scope());
    if (scope.isPresent()
        && world.halts().read(scope.get()) instanceof Halt.Active halt
        && halt.epoch() == seen.epoch()
        && halt.by().equals(seen.hop())) {
      EventHeader header =
          EventHeader.of(
              "halt-" + seen.scope() + "-" + seen.epoch(),
              halt.at(),
              new CorrelationId("halt-" + seen.epoch()));
      world.events().publish(new Event.EmergencyStop(header, halt, halt.at()));
    }
  }

  /** Whose close it was is told; a repeat has the same id. */
  private void lapsed(Report.CloseLapsed lapsed) {
    Optional<UserId> whose =
        switch (lapsed.target()) {
          case CloseWish.Target.Of one ->
              world.orders().find(one.order()).map(Versioned::value).map(Order::user);
          case CloseWish.Target.All all ->
              world.accounts().find(lapsed.account()).map(TradingAccount::owner);
        };
    EventHeader header =
        EventHeader.of("lapsed-" + lapsed.command(), lapsed.askedAt(), lapsed.correlation());
    whose.ifPresent(
        user ->
            world
                .events()
                .publish(
                    new Event.CloseLapsed(
                        header, user, lapsed.account(), lapsed.target(), lapsed.askedAt())));
  }

  /** Releases an ended order's risk and counts its result; repeatable. */
  public void settle(Order order) {
    turn(order.user(), book -> BookRules.settle(turned(book, order), order, rules.limits()));
  }

  private void turn(UserId user, UnaryOperator<RiskBook> page) {
    for (int i = 0; i < TRIES; i++) {
      Optional<Versioned<RiskBook>> book = world.riskBooks().find(user);
      if (book.isEmpty()) {
        return;
      }
      RiskBook turned = page.apply(book.get().value());
      if (turned.equals(book.get().value())
          || world.riskBooks().save(book.get().with(turned)) == Written.STORED) {
        return;
      }
    }
    throw new Contention("the risk book of " + user + " kept changing");
  }

  private RiskBook turned(RiskBook book, Order order) {
    return order.state() instanceof OrderState.Closed closed
        ? pages.at(book, order.account(), closed.exit())
        : book;
  }

  /** A time to come is a wrong clock's: it was heard now, and may not seem alive until then. */
  private Report.Heartbeat heard(Report.Heartbeat beat) {
    return toCome(beat.at())
        ? new Report.Heartbeat(
            beat.relay(), beat.bootId(), beat.routeState(), beat.working(), world.time().instant())
        : beat;
  }

  private boolean toCome(Instant at) {
    return at.isAfter(world.time().instant().plus(CLOCKS));
  }

  /**
   * The first look of a day opens the day's page; a higher equity raises the peak. A look of a time
   * to come would begin that day too early, and be newer than every look until then.
   */
  private void seen(AccountSnapshot snapshot) {
    if (toCome(snapshot.at())) {
      return;
    }
    world.accounts().keep(snapshot);
    world
        .accounts()
        .find(snapshot.account())
        .ifPresent(
            account ->
                turn(
                    account.owner(),
                    book ->
                        BookRules.today(
                            book, snapshot.balance(), snapshot.equity(), snapshot.at())));
  }

  private static EventHeader header(String what, Report.OrderMoved moved, Order order) {
    String id = what + "-" + order.id() + "-" + moved.version();
    return EventHeader.of(id, order.createdAt(), order.correlation());
  }
}
