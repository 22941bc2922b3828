package io.bitten.core.relay;

import io.bitten.core.account.Magic;
import io.bitten.core.account.Money;
import io.bitten.core.account.Ticket;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Price;
import io.bitten.core.market.Symbol;
import io.bitten.core.order.ExitReason;
import java.time.Instant;

/**
 * One deal of the broker's history.
 *
 * @param position the position it opened, changed or closed; exits are found by it, since a manual
 *     close carries no magic
 * @param net profit with swap and commission, in account currency
 * @param reason why an exit happened as the broker says; {@code OUTSIDE} when a person or an expert
 *     closed it. Says nothing on an entry
 */
public record Deal(
    Ticket position,
    Side side,
    Symbol symbol,
    Lots lots,
    Price price,
    Money net,
    Magic magic,
    String comment,
    ExitReason reason,
    Instant at) {

  /** Whether a deal opened or closed, or was annulled by the broker afterwards. */
  public enum Side {
    ENTRY,
    EXIT,
    ANNULLED
  }
}
