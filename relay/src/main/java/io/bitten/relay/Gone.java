package io.bitten.relay;

import io.bitten.core.account.Ticket;
import io.bitten.core.market.Level;
import io.bitten.core.market.Price;
import io.bitten.core.relay.Look;
import java.time.Duration;
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

  /** So long a terminal may show what has been closed. */
  private static final Duration SHOWN_FOR = Duration.ofSeconds(5);

  private final Map<Ticket, Absence> absences = new ConcurrentHashMap<>();
  private final Map<Ticket, Told> prices = new ConcurrentHashMap<>();

  /** What our own close was answered with, by the ticker's nanoseconds. */
  private record Told(Price price, long at) {}

  /** A complete look did not hold the position. */
  Absence missed(Ticket ticket, Look look, long now) {
    return absences.merge(
        ticket,
        new Absence(1, look, now),
        (old, next) -> old.last() == look ? old : new Absence(old.looks() + 1, look, old.since()));
  }

  /**
   * The position is still there. For a moment after a close that was true a terminal may show it;
   * later, the close was none, and its price is that of nothing.
   */
  void seen(Ticket ticket, long now) {
    absences.remove(ticket);
    prices.computeIfPresent(
        ticket, (one, told) -> now - told.at() > SHOWN_FOR.toNanos() ? null : told);
  }

  /** Our close was answered with this price. */
  void closedAt(Ticket ticket, Price price, long now) {
    prices.put(ticket, new Told(price, now));
  }

  Level price(Ticket ticket) {
    Told told = prices.get(ticket);
    return told == null ? Level.absent() : Level.at(told.price());
  }

  /** The position's end is booked. */
  void forget(Ticket ticket) {
    absences.remove(ticket);
    prices.remove(ticket);
  }
}
