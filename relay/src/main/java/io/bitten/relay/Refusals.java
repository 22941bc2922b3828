package io.bitten.relay;

import io.bitten.core.order.OrderFact;
import io.bitten.core.order.OrderId;
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

  /** Who said no is asked again after so long. */
  private static final Duration REST = Duration.ofSeconds(10);

  private final Map<OrderId, Noes> noes = new ConcurrentHashMap<>();

  /**
   * The noes to the close of one order's position, in a row.
   *
   * @param first when the first came, by the ticker
   * @param last when the newest came
   */
  private record Noes(int count, long first, long last) {}

  /** Counts a no; whether the noes have lasted. */
  boolean last(OrderId order, long now) {
    Noes all =
        noes.merge(
            order,
            new Noes(1, now, now),
            (before, next) -> new Noes(before.count() + 1, before.first(), now));
    return all.count() >= NOES && now - all.first() >= OrderFact.CloseRefused.LASTED.toNanos();
  }

  /** Whether the newest no is so young that another try would only be a burden. */
  boolean rest(OrderId order, long now) {
    Noes all = noes.get(order);
    return all != null && now - all.last() < REST.toNanos();
  }

  /** Its position took another answer, is gone, or nobody closes it any more. */
  void forget(OrderId order) {
    noes.remove(order);
  }
}
