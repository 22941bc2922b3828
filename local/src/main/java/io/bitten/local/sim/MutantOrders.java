package io.bitten.local.sim;

import io.bitten.core.Page;
import io.bitten.core.Versioned;
import io.bitten.core.Written;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.Magic;
import io.bitten.core.account.UserId;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderId;
import io.bitten.core.order.Orders;
import io.bitten.core.risk.RiskBook;
import io.bitten.core.risk.RiskBooks;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An orders' table that lacks one of its promises. */
final class MutantOrders implements Orders {
  static final Set<Mutant> MUTANTS =
      Set.of(
          Mutant.NO_COMPARE,
          Mutant.NO_RESERVATION,
          Mutant.MAGICS_REPEAT,
          Mutant.LATE_IS_NOBODYS,
          Mutant.CANCELS_BLINDLY);

  private final Mutant mutant;
  private final Orders real;
  private final RiskBooks books;

  MutantOrders(Mutant mutant, Orders real, RiskBooks books) {
    this.mutant = mutant;
    this.real = real;
    this.books = books;
  }

  @Override
  public Magic nextMagic() {
    Magic next = real.nextMagic();
    return mutant == Mutant.MAGICS_REPEAT && repeats(next) ? before(next) : next;
  }

  @Override
  public Placed place(Order order, Versioned<RiskBook> book) {
    Placed placed = real.place(order, book);
    if (mutant == Mutant.MAGICS_REPEAT
        && placed == Placed.STALE
        && real.find(order.magic()).isPresent()) {
      return real.place(under(order, new Magic(order.magic().value() + 1)), book);
    }
    if (mutant != Mutant.NO_RESERVATION || placed != Placed.STALE) {
      return placed;
    }
    long version = books.find(order.user()).map(Versioned::version).orElse(0L);
    return real.place(order, new Versioned<>(book.value(), version));
  }

  @Override
  public boolean forbid(OrderId id) {
    return mutant == Mutant.CANCELS_BLINDLY ? real.find(id).isEmpty() : real.forbid(id);
  }

  @Override
  public Optional<Versioned<Order>> find(OrderId id) {
    return real.find(id).map(this::shown);
  }

  @Override
  public Optional<Versioned<Order>> find(Magic magic) {
    return mutant == Mutant.LATE_IS_NOBODYS ? Optional.empty() : real.find(magic).map(this::shown);
  }

  @Override
  public Written save(Versioned<Order> order) {
    Written written = real.save(stored(order));
    if (mutant != Mutant.NO_COMPARE || written == Written.STORED) {
      return written;
    }
    long version = real.find(order.value().id()).map(Versioned::version).orElse(0L);
    return real.save(stored(new Versioned<>(order.value(), version)));
  }

  @Override
  public Page<Order> of(UserId user, String after, int limit) {
    return real.of(user, after, limit);
  }

  @Override
  public List<Versioned<Order>> open(AccountId account, int limit) {
    return real.open(account, limit).stream().map(this::shown).toList();
  }

  @Override
  public List<Versioned<Order>> unclaimed(int limit) {
    return real.unclaimed(limit).stream().map(this::shown).toList();
  }

  @Override
  public List<Versioned<Order>> unknown(int limit) {
    return real.unknown(limit);
  }

  @Override
  public List<Versioned<Order>> naked(int limit) {
    return real.naked(limit);
  }

  /** The store has a magic of its own for each; everybody is shown the one before it. */
  private Versioned<Order> shown(Versioned<Order> order) {
    Magic magic = order.value().magic();
    return mutant == Mutant.MAGICS_REPEAT && repeats(magic)
        ? order.with(under(order.value(), before(magic)))
        : order;
  }

  private Versioned<Order> stored(Versioned<Order> order) {
    return mutant == Mutant.MAGICS_REPEAT
        ? real.find(order.value().id())
            .map(is -> order.with(under(order.value(), is.value().magic())))
            .orElse(order)
        : order;
  }

  private static boolean repeats(Magic magic) {
    return magic.value() % 2 == 0;
  }

  private static Magic before(Magic magic) {
    return new Magic(magic.value() - 1);
  }

  private static Order under(Order order, Magic magic) {
    return new Order(
        order.id(),
        order.number(),
        magic,
        order.user(),
        order.account(),
        order.origin(),
        order.terms(),
        order.state(),
        order.haltEpochs(),
        order.createdAt(),
        order.deadline(),
        order.correlation());
  }
}
