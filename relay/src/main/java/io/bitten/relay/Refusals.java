package io.bitten.relay;

import io.bitten.core.account.Ticket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Definite noes to closes. One says little: a broker's daily break, a switch in the terminal or a
 * farm's own trouble pass within minutes. Only noes that last end a close.
 */
final class Refusals {
  /** So many noes in a row at least. */
  private static final int NOES = 10;

  /** And for so long: longer than a broker's daily break. */
  private static final Duration LASTS = Duration.ofMinutes(10);

  /** Who said no is asked again after so long. */
  private static final Duration REST = Duration.ofSeconds(10);

  private final Map<Ticket, Noes> noes = new ConcurrentHashMap<>();

  /**
   * The noes to one position's close, in a row.
   *
   * @param first when the first came, by the ticker
   * @param last when the newest came
   */
  private record Noes(int count, long first, long last) {}

  /** Counts a no; whether the noes have lasted. */
  boolean last(Ticket ticket, long now) {
    Noes all =
        noes.merge(
            ticket,
            new Noes(1, now, now),
            (before, next) -> new Noes(before.count() + 1, before.first(), now));
    return all.count() >= NOES && now - all.first() >= LASTS.toNanos();
  }

  /** Whether the newest no is so young that another try would only be a burden. */
  boolean rest(Ticket ticket, long now) {
    Noes all = noes.get(ticket);
    return all != null && now - all.last() < REST.toNanos();
  }

  /** The position took another answer, is gone, or nobody closes it any more. */
  void forget(Ticket ticket) {
    noes.remove(ticket);
  }
}
