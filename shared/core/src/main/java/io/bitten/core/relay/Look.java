package io.bitten.core.relay;

import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.account.Ticket;
import java.util.Map;

/** One look at an account. A list that is not complete is no answer, never "flat". */
public sealed interface Look {

  /**
   * All positions, read from a connected terminal of the right account.
   *
   * @param comments the terminal's comment on each position, for those that have one
   */
  record Complete(AccountSnapshot snapshot, Map<Ticket, String> comments) implements Look {
    public Complete {
      comments = Map.copyOf(comments);
    }
  }

  /** Nothing was learned. */
  record Incomplete(String why) implements Look {}
}
