package io.bitten.core.relay;

import io.bitten.core.order.RouteName;
import java.time.Instant;

/**
 * One way to one account at the broker. Calls that act never throw for a broken world and never
 * repeat themselves: what is known about them is in the {@link Answer}. Calls that only ask may be
 * repeated and say when they learned nothing.
 */
public interface Route {
  RouteName name();

  /**
   * Opens a position. Sent at most once by each call.
   *
   * @param permit asked as late as the route can; when it does not hold then, nothing is sent
   */
  Answer open(Entry entry, Permit permit);

  /** The same for whoever has nothing that may end meanwhile. */
  default Answer open(Entry entry) {
    return open(entry, Permit.always());
  }

  /** Closes a position by ticket; a position that is gone already is a {@code No} or a done. */
  Answer close(PositionClose close);

  /** Puts a stop loss and take profit on a position. */
  Answer modify(StopChange change);

  /** Opens or shuts the gate at the last hop; repeatable, and never throws for a broken world. */
  default Gate.Answer gate(Gate wanted) {
    return new Gate.Answer.NotOffered();
  }

  /** The account, its positions, quotes and symbol specifications, all or nothing. */
  Look look();

  /** Deals since the given moment. */
  History history(Instant since);

  /** Whether the terminal behind it is connected. */
  RouteHealth health();

  /** Drops every connection; the next call makes new ones. */
  void reset();
}
