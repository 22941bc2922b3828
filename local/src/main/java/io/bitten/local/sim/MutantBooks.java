package io.bitten.local.sim;

import io.bitten.core.Versioned;
import io.bitten.core.Written;
import io.bitten.core.account.UserId;
import io.bitten.core.risk.RiskBook;
import io.bitten.core.risk.RiskBooks;
import java.util.Optional;

/** Risk books that never give a place back. */
final class MutantBooks implements RiskBooks {
  private final RiskBooks real;

  MutantBooks(RiskBooks real) {
    this.real = real;
  }

  @Override
  public Optional<Versioned<RiskBook>> find(UserId user) {
    return real.find(user);
  }

  @Override
  public Written save(Versioned<RiskBook> book) {
    int held = real.find(book.value().user()).map(one -> size(one.value())).orElse(0);
    return size(book.value()) < held ? Written.STORED : real.save(book);
  }

  private static int size(RiskBook book) {
    return book.reservations().size();
  }
}
