package io.bitten.core.risk;

import io.bitten.core.account.Money;
import io.bitten.core.account.UserId;
import io.bitten.core.order.Exit;
import io.bitten.core.order.Fill;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderId;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.Origin;
import io.bitten.core.order.Orphan;
import io.bitten.core.order.OrphanState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How a risk book turns its pages: a new day, an order placed, an order ended. */
public final class BookRules {
  private static final int SETTLED_KEPT = 200;

  private BookRules() {}

  /** A trader's first book. */
  public static RiskBook open(UserId user, Money balance, Money equity, Instant now) {
    return new RiskBook(
        user, List.of(), day(balance, now), Tilt.calm(), equity, List.of(), List.of());
  }

  /** Today's page with the highest equity seen; the day's counters start anew at 00:00 UTC. */
  public static RiskBook today(RiskBook book, Money balance, Money equity, Instant now) {
    RiskDay day = book.day().date().isBefore(date(now)) ? day(balance, now) : book.day();
    Money peak = equity.amount().compareTo(book.peak().amount()) > 0 ? equity : book.peak();
    return new RiskBook(
        book.user(), book.reservations(), day, book.tilt(), peak, book.recent(), book.settled());
  }

  /** The book with the order's risk reserved and its fire counted. */
  public static RiskBook reserve(RiskBook book, Order order) {
    List<Reservation> held = new ArrayList<>(book.reservations());
    held.add(
        new Reservation(
            order.id(),
            order.origin(),
            order.terms().symbol(),
            order.terms().direction(),
            order.terms().lots(),
            order.terms().risk(),
            order.createdAt()));
    List<Instant> recent = new ArrayList<>(List.of(order.createdAt()));
    recent.addAll(book.recent().stream().limit(RiskBook.RECENT_KEPT - 1).toList());
    return new RiskBook(
        book.user(),
        held,
        counted(book.day(), order.createdAt(), 1),
        book.tilt(),
        book.peak(),
        recent,
        book.settled());
  }

  /**
   * The book after an order ended: its reservation is gone; a closed trade counts its result, an
   * order that never executed gives its fire and its session place back. A repeat changes nothing.
   */
  public static RiskBook settle(RiskBook book, Order order, RiskLimits limits) {
    if (book.settled().contains(order.id().value())) {
      return book;
    }
    RiskBook released = release(book, order.id());
    return switch (order.state()) {
      case OrderState.Closed closed -> closed(released, closed, limits);
      case OrderState.Rejected s -> givenBack(released, order);
      case OrderState.Expired s -> givenBack(released, order);
      case OrderState.Killed s -> givenBack(released, order);
      case OrderState.Dead s -> givenBack(released, order);
      case OrderState.New s -> book;
      case OrderState.Submitting s -> book;
      case OrderState.Unknown s -> book;
      case OrderState.Filled s -> book;
      case OrderState.Unprotected s -> book;
      case OrderState.Protected s -> book;
      case OrderState.Closing s -> book;
    };
  }

  /**
   * The book with the order's reservation as large as what its position may lose: a part that was
   * not filled, or was closed outside, can lose nothing, and one that was filled beyond the price
   * band loses more. Any other state leaves the book as it is.
   */
  public static RiskBook resize(RiskBook book, Order order) {
    return switch (order.state()) {
      case OrderState.Filled s -> resized(book, order, s.fill());
      case OrderState.Unprotected s -> resized(book, order, s.fill());
      case OrderState.Protected s -> resized(book, order, s.fill());
      case OrderState.Closing s -> resized(book, order, s.fill());
      case OrderState.New s -> book;
      case OrderState.Submitting s -> book;
      case OrderState.Unknown s -> book;
      case OrderState.Closed s -> book;
      case OrderState.Rejected s -> book;
      case OrderState.Expired s -> book;
      case OrderState.Killed s -> book;
      case OrderState.Dead s -> book;
    };
  }

  private static RiskBook resized(RiskBook book, Order order, Fill fill) {
    Money risk = PositionRisk.of(order.terms(), fill);
    return new RiskBook(
        book.user(),
        book.reservations().stream()
            .map(held -> held.order().equals(order.id()) ? held.resized(fill.lots(), risk) : held)
            .toList(),
        book.day(),
        book.tilt(),
        book.peak(),
        book.recent(),
        book.settled());
  }

  /**
   * The book with an orphan counted as an order that is open: held while it may be there, and its
   * result counted in the day when it is gone. It was nobody's decision, so it says nothing about
   * tilt. A repeat changes nothing.
   */
  public static RiskBook count(RiskBook book, Orphan orphan) {
    if (book.settled().contains(orphan.id().value())) {
      return book;
    }
    return switch (orphan.state()) {
      case OrphanState.Closing s -> held(book, orphan);
      case OrphanState.Left s -> held(book, orphan);
      case OrphanState.Adopted s -> release(book, orphan.id());
      case OrphanState.Closed s -> realised(release(book, orphan.id()), s.exit());
    };
  }

  private static RiskBook held(RiskBook book, Orphan orphan) {
    Reservation next =
        new Reservation(
            orphan.id(),
            new Origin.OfTrader(),
            orphan.symbol(),
            orphan.direction(),
            orphan.fill().lots(),
            orphan.risk(),
            orphan.foundAt());
    if (book.reservations().contains(next)) {
      return book;
    }
    List<Reservation> held =
        new ArrayList<>(
            book.reservations().stream().filter(one -> !one.order().equals(orphan.id())).toList());
    held.add(next);
    return new RiskBook(
        book.user(), held, book.day(), book.tilt(), book.peak(), book.recent(), book.settled());
  }

  private static RiskBook release(RiskBook book, OrderId order) {
    List<String> settled = new ArrayList<>(List.of(order.value()));
    settled.addAll(book.settled().stream().limit(SETTLED_KEPT - 1).toList());
    return new RiskBook(
        book.user(),
        book.reservations().stream().filter(held -> !held.order().equals(order)).toList(),
        book.day(),
        book.tilt(),
        book.peak(),
        book.recent(),
        settled);
  }

  private static RiskBook closed(RiskBook book, OrderState.Closed closed, RiskLimits limits) {
    if (!(closed.exit() instanceof Exit.Booked exit)) {
      // Without a deal there is no result to count; the gates read equity, which knows it.
      return book;
    }
    RiskBook counted = realised(book, exit);
    return new RiskBook(
        book.user(),
        book.reservations(),
        counted.day(),
        TiltRules.after(book.tilt(), exit, limits),
        book.peak(),
        book.recent(),
        book.settled());
  }

  /** The result in the page of its day; without a deal there is none to count. */
  private static RiskBook realised(RiskBook book, Exit exit) {
    RiskDay day = book.day();
    if (!(exit instanceof Exit.Booked booked) || !day.date().equals(date(booked.at()))) {
      return book;
    }
    return new RiskBook(
        book.user(),
        book.reservations(),
        new RiskDay(
            day.date(),
            day.opening(),
            day.realised().plus(booked.net()),
            day.fires(),
            day.bySession()),
        book.tilt(),
        book.peak(),
        book.recent(),
        book.settled());
  }

  private static RiskBook givenBack(RiskBook book, Order order) {
    boolean sameDay = book.day().date().equals(date(order.createdAt()));
    return sameDay
        ? new RiskBook(
            book.user(),
            book.reservations(),
            counted(book.day(), order.createdAt(), -1),
            book.tilt(),
            book.peak(),
            book.recent(),
            book.settled())
        : book;
  }

  private static RiskDay counted(RiskDay day, Instant at, int by) {
    Map<Session, Integer> sessions = new EnumMap<>(Session.class);
    sessions.putAll(day.bySession());
    Sessions.at(at).ifPresent(session -> sessions.merge(session, by, (a, b) -> Math.max(0, a + b)));
    return new RiskDay(
        day.date(), day.opening(), day.realised(), Math.max(0, day.fires() + by), sessions);
  }

  private static RiskDay day(Money balance, Instant now) {
    return new RiskDay(date(now), balance, Money.zero(balance.currency()), 0, Map.of());
  }

  private static LocalDate date(Instant at) {
    return at.atZone(ZoneOffset.UTC).toLocalDate();
  }
}
