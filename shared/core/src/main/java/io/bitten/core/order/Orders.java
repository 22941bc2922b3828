package io.bitten.core.order;

import io.bitten.core.Page;
import io.bitten.core.Versioned;
import io.bitten.core.Written;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.Magic;
import io.bitten.core.account.UserId;
import io.bitten.core.risk.RiskBook;
import java.util.List;
import java.util.Optional;

/** The shared truth about every order. */
public interface Orders {

  /** What placing did. */
  enum Placed {
    /** The order is stored NEW and its risk is reserved, both or neither. */
    PLACED,
    /** An order with this id exists already, or is forbidden; nothing was written. */
    ALREADY,
    /** The risk book changed meanwhile, or another order has the magic; nothing was written. */
    STALE
  }

  /** The next magic of our range; never given twice, gaps are harmless. */
  Magic nextMagic();

  /** Stores a NEW order and the book that holds its reservation in one transaction. */
  Placed place(Order order, Versioned<RiskBook> book);

  /**
   * Takes an order's id away for ever, so that it cannot be placed any more; false when it is
   * placed already. Of the two only one can ever have happened.
   *
   * @throws io.bitten.core.Contention when it is just being placed; nothing was written
   */
  boolean forbid(OrderId id);

  /** Empty as well when it was forbidden. */
  Optional<Versioned<Order>> find(OrderId id);

  /** The one order that was placed with this magic, whatever has become of it. */
  Optional<Versioned<Order>> find(Magic magic);

  Written save(Versioned<Order> order);

  /** A trader's orders, newest first. */
  Page<Order> of(UserId user, String after, int limit);

  /** The account's orders that are not terminal, at most {@code limit}. */
  List<Versioned<Order>> open(AccountId account, int limit);

  /** Orders still NEW anywhere, oldest first, at most {@code limit}. */
  List<Versioned<Order>> unclaimed(int limit);

  /** Orders whose outcome is UNKNOWN anywhere, oldest first, at most {@code limit}. */
  List<Versioned<Order>> unknown(int limit);

  /**
   * Orders whose position lacks its stop anywhere ({@link OrderState#nakedSince}), oldest first, at
   * most {@code limit}.
   */
  List<Versioned<Order>> naked(int limit);
}
