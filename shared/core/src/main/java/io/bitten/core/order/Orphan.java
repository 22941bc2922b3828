package io.bitten.core.order;

import io.bitten.core.account.AccountId;
import io.bitten.core.account.Money;
import io.bitten.core.account.Position;
import io.bitten.core.account.Ticket;
import io.bitten.core.account.UserId;
import io.bitten.core.market.Direction;
import io.bitten.core.market.Symbol;
import java.time.Instant;

/**
 * A position at the broker with a magic of ours that no order stands for: an order that had ended
 * was executed late, or nobody knows what it is. It counts in every limit until it is gone.
 *
 * @param id of its own; it stands wherever an order's id would
 * @param user whose limits it counts in
 * @param fill the position as the broker showed it last
 * @param risk what it may lose at its stop, in account currency
 * @param foundAt when a relay saw it first
 */
public record Orphan(
    OrderId id,
    UserId user,
    AccountId account,
    OrphanSource source,
    Symbol symbol,
    Direction direction,
    Fill fill,
    Money risk,
    OrphanState state,
    Instant foundAt) {

  /** One id for one position of one account, however often it is found. */
  public static OrderId idOf(AccountId account, Ticket ticket) {
    return OrderId.derivedFrom("orphan", account.value(), ticket.toString());
  }

  /** Whether this is the position. */
  public boolean is(Position position) {
    return fill.ticket().equals(position.ticket());
  }

  Orphan with(OrphanState next) {
    return new Orphan(id, user, account, source, symbol, direction, fill, risk, next, foundAt);
  }
}
