package io.bitten.core.relay;

import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.account.Magic;
import io.bitten.core.account.Position;
import io.bitten.core.account.Ticket;
import java.util.HashSet;
import java.util.List;
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
      twice(snapshot.positions());
      working = Set.copyOf(working);
    }
  }

  /** A list that was made while it changed may tell one twice and leave another out. */
  private static void twice(List<Position> positions) {
    Set<Ticket> seen = new HashSet<>();
    for (Position position : positions) {
      if (!seen.add(position.ticket())) {
        throw new IllegalArgumentException(
            "position " + position.ticket() + " is listed twice: another may be missing");
      }
    }
  }

  /** Nothing was learned. */
  record Incomplete(String why) implements Look {}
}
