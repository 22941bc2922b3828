package io.bitten.local.sim;

import io.bitten.core.Versioned;
import io.bitten.core.Written;
import io.bitten.core.account.Money;
import io.bitten.core.account.UserId;
import io.bitten.core.order.OrderId;
import io.bitten.core.risk.Reservation;
import io.bitten.core.risk.RiskBook;
import io.bitten.core.risk.RiskBooks;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Risk books that lack one of their promises. */
final class MutantBooks implements RiskBooks {
  static final Set<Mutant> MUTANTS =
      Set.of(
          Mutant.BOOK_KEEPS,
          Mutant.RISK_FORGOTTEN,
          Mutant.LATE_UNCOUNTED,
          Mutant.SETTLES_TWICE,
          Mutant.DAY_STAYS,
          Mutant.BOOK_WITHOUT_COMPARE);

  private final Mutant mutant;
  private final RiskBooks real;

  MutantBooks(Mutant mutant, RiskBooks real) {
    this.mutant = mutant;
    this.real = real;
  }

  @Override
  public Optional<Versioned<RiskBook>> find(UserId user) {
    Optional<Versioned<RiskBook>> found = real.find(user);
    if (mutant == Mutant.RISK_FORGOTTEN) {
      return found.map(book -> book.with(harmless(book.value())));
    }
    return mutant == Mutant.SETTLES_TWICE
        ? found.map(book -> book.with(unsettled(book.value())))
        : found;
  }

  /** Orders are placed with the book in one transaction; what is saved here never adds one. */
  @Override
  public Written save(Versioned<RiskBook> book) {
    Set<OrderId> held =
        real.find(book.value().user()).map(one -> orders(one.value())).orElse(Set.of());
    Set<OrderId> next = orders(book.value());
    boolean ignored =
        (mutant == Mutant.BOOK_KEEPS && next.size() < held.size())
            || (mutant == Mutant.LATE_UNCOUNTED && !held.containsAll(next));
    return ignored ? Written.STORED : saved(paged(book));
  }

  /** The page that is there stays, whatever day it is. */
  private Versioned<RiskBook> paged(Versioned<RiskBook> book) {
    Optional<RiskBook> held = real.find(book.value().user()).map(Versioned::value);
    RiskBook next = book.value();
    if (mutant != Mutant.DAY_STAYS
        || held.isEmpty()
        || !next.day().date().isAfter(held.get().day().date())) {
      return book;
    }
    return book.with(
        new RiskBook(
            next.user(),
            next.reservations(),
            held.get().day(),
            next.tilt(),
            next.peak(),
            next.recent(),
            next.settled()));
  }

  private Written saved(Versioned<RiskBook> book) {
    Written written = real.save(book);
    if (mutant != Mutant.BOOK_WITHOUT_COMPARE || written == Written.STORED) {
      return written;
    }
    long version = real.find(book.value().user()).map(Versioned::version).orElse(0L);
    return real.save(new Versioned<>(book.value(), version));
  }

  private static RiskBook unsettled(RiskBook book) {
    return new RiskBook(
        book.user(),
        book.reservations(),
        book.day(),
        book.tilt(),
        book.peak(),
        book.recent(),
        List.of());
  }

  private static Set<OrderId> orders(RiskBook book) {
    return book.reservations().stream().map(Reservation::order).collect(Collectors.toSet());
  }

  private static RiskBook harmless(RiskBook book) {
    List<Reservation> held =
        book.reservations().stream()
            .map(
                one ->
                    new Reservation(
                        one.order(),
                        one.origin(),
                        one.symbol(),
                        one.direction(),
                        one.lots(),
                        Money.zero(one.risk().currency()),
                        one.at()))
            .toList();
    return new RiskBook(
        book.user(), held, book.day(), book.tilt(), book.peak(), book.recent(), book.settled());
  }
}
