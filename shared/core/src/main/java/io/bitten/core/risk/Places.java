package io.bitten.core.risk;

import io.bitten.core.account.Position;
import java.util.List;

/** How many places for positions are taken, as the limits count them. */
public final class Places {
  private Places() {}

  /** Ours by the risk that is reserved for them, and what is open that is not ours. */
  public static int taken(List<Reservation> held, List<Position> seen) {
    return held.size() + foreign(seen).size();
  }

  static List<Position> foreign(List<Position> seen) {
    return seen.stream().filter(position -> !position.magic().isOurs()).toList();
  }
}
