package io.bitten.core.relay;

import io.bitten.core.account.Ticket;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Price;

/**
 * What one call that acts at the broker is known to have done. Only {@link NotSent} and {@link No}
 * say that nothing happened.
 */
public sealed interface Answer {

  /** Executed in full. */
  record Done(Ticket ticket, Price price, Lots lots) implements Answer {}

  /** Executed in part; the rest is gone and is not topped up. */
  record Partial(Ticket ticket, Price price, Lots lots) implements Answer {}

  /**
   * Done, and no whole fill was told: read the broker's own lists.
   *
   * @param told what was told of it, for people
   */
  record DoneUntold(String told) implements Answer {
    /** Nothing more was told. */
    public DoneUntold() {
      this("");
    }
  }

  /** Taken, and not finished: as open as an unknown until the broker shows it. */
  record Pending(String why) implements Answer {}

  /** A definite no by one who had the request. */
  record No(String code, String sentence) implements Answer {}

  /** It may have happened. */
  record Unknown(String why) implements Answer {}

  /** Not one byte of the request left this machine. */
  record NotSent(String why) implements Answer {}
}
