package io.bitten.core.order;

import io.bitten.core.account.Money;
import io.bitten.core.market.Level;
import io.bitten.core.market.Price;
import java.time.Instant;

/** How a position ended, as far as the broker told. */
public sealed interface Exit {
  ExitReason reason();

  Instant at();

  /**
   * From the broker's deals.
   *
   * @param net profit with swap and commission
   */
  record Booked(Price price, Money net, ExitReason reason, Instant at) implements Exit {}

  /**
   * The position is gone and no deal says how: its route has no history. The result is not known.
   *
   * @param price from the answer to our own close; absent when nothing told it
   * @param at when it was seen to be gone
   */
  record Unbooked(Level price, ExitReason reason, Instant at) implements Exit {}
}
