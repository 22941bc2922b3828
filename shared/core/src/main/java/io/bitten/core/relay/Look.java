package io.bitten.core.relay;

import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.account.Magic;
import io.bitten.core.account.Ticket;
import java.util.Map;
import java.util.Set;

/** One look at an account. A list that is not complete is no answer, never "flat". */
public sealed interface Look {

  /**
   * All positions, read from a connected terminal of the right account.
   *
   * @param comments the terminal's comment on each position, for those that have one
   * @param working the magics of orders that the broker has taken and not ended, as they were just
   *     before the positions; empty where the route does not tell them
   */
  record Complete(AccountSnapshot snapshot, Map<Ticket, String> comments, Set<Magic> working)
      implements Look {
    public Complete {
      comments = Map.copyOf(comments);
      working = Set.copyOf(working);
    }
  }

  /** Nothing was learned. */
  record Incomplete(String why) implements Look {}
}
