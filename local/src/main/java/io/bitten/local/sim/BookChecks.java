package io.bitten.local.sim;

import io.bitten.core.Versioned;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.core.order.Exit;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.Orphan;
import io.bitten.core.order.OrphanState;
import io.bitten.core.risk.RiskBook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;

/** What a risk book has to say when everything has ended and is told. */
final class BookChecks {
  private final MemoryWorld memory;
  private final int most;

  /**
   * @param most orders that a trader may have
   */
  BookChecks(MemoryWorld memory, int most) {
    this.memory = memory;
    this.most = most;
  }

  /** Whether the page is today's: a report that failed holds up the looks that turn it. */
  boolean turned(Traders.Person person) {
    return memory
        .riskBooks()
        .find(person.user())
        .map(book -> book.value().day().date().equals(today()))
        .orElse(true);
  }

  private LocalDate today() {
    return memory.time().instant().atZone(ZoneOffset.UTC).toLocalDate();
  }

  void ended(Traders.Person person) {
    memory
        .riskBooks()
        .find(person.user())
        .map(Versioned::value)
        .ifPresent(book -> ended(book, person));
  }

  private void ended(RiskBook book, Traders.Person person) {
    Checks.hold(
        book.reservations().isEmpty(),
        Invariant.I20_BOOK_BALANCES,
        book.reservations().size() + " reservations are left and nothing is open");
    LocalDate today = today();
    Checks.hold(
        book.day().date().equals(today),
        Invariant.I35_DAY_TURNS,
        "the page is of " + book.day().date() + ", and it is " + today);
    long placed = fires(person, today);
    Checks.hold(
        book.day().fires() == placed,
        Invariant.I35_DAY_TURNS,
        placed + " orders of today count, and the book says " + book.day().fires());
    BigDecimal won =
        exits(person)
            .flatMap(exit -> exit instanceof Exit.Booked booked ? Stream.of(booked) : Stream.of())
            .filter(exit -> date(exit).equals(book.day().date()))
            .map(exit -> exit.net().amount())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    Checks.hold(
        won.compareTo(book.day().realised().amount()) == 0,
        Invariant.I31_DAY_BALANCES,
        "the day came to " + won + ", and the book says " + book.day().realised().shown());
  }

  /** What was placed on that day and may have been executed. */
  private long fires(Traders.Person person, LocalDate day) {
    return memory.orders().of(person.user(), "", most).items().stream()
        .filter(order -> order.createdAt().atZone(ZoneOffset.UTC).toLocalDate().equals(day))
        .filter(order -> order.state() instanceof OrderState.Closed)
        .count();
  }

  private Stream<Exit> exits(Traders.Person person) {
    return Stream.concat(
        memory.orders().of(person.user(), "", most).items().stream().flatMap(BookChecks::exit),
        memory.orphans().of(person.account(), most).stream()
            .map(Versioned::value)
            .flatMap(BookChecks::exit));
  }

  private static Stream<Exit> exit(Order order) {
    return order.state() instanceof OrderState.Closed closed
        ? Stream.of(closed.exit())
        : Stream.of();
  }

  private static Stream<Exit> exit(Orphan orphan) {
    return orphan.state() instanceof OrphanState.Closed closed
        ? Stream.of(closed.exit())
        : Stream.of();
  }

  private static LocalDate date(Exit.Booked exit) {
    return exit.at().atZone(ZoneOffset.UTC).toLocalDate();
  }
}
