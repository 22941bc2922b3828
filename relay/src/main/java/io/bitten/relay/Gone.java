package io.bitten.relay;

import io.bitten.core.account.Ticket;
import io.bitten.core.market.Level;
import io.bitten.core.market.Price;
import io.bitten.core.relay.Look;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Positions that complete looks no longer hold, and at what price our own close said they went. */
final class Gone {
  /**
   * What is known of one.
   *
   * @param looks different complete looks in a row that did not hold it
   * @param last the newest of them
   * @param since the ticker's nanoseconds of the first of them
   */
  record Absence(int looks, Look last, long since) {}

  private final Map<Ticket, Absence> absences = new ConcurrentHashMap<>();
  private final Map<Ticket, Price> prices = new ConcurrentHashMap<>();

  /** A complete look did not hold the position. */
  Absence missed(Ticket ticket, Look look, long now) {
    return absences.merge(
        ticket,
        new Absence(1, look, now),
        (old, next) -> old.last() == look ? old : new Absence(old.looks() + 1, look, old.since()));
  }

  /** The position is still there. */
  void seen(Ticket ticket) {
    absences.remove(ticket);
  }

  /** Our close was answered with this price. */
  void closedAt(Ticket ticket, Price price) {
    prices.put(ticket, price);
  }

  Level price(Ticket ticket) {
    Price told = prices.get(ticket);
    return told == null ? Level.absent() : Level.at(told);
  }

  /** The position's end is booked. */
  void forget(Ticket ticket) {
    absences.remove(ticket);
    prices.remove(ticket);
  }
}
