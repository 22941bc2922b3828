package io.bitten.local.platform;

import io.bitten.core.order.Order;
import io.bitten.core.signal.Signal;
import io.bitten.local.mt5.PositionView;
import java.util.List;

/**
 * What one walk through the platform showed.
 *
 * @param hops in the order of real time
 * @param position as the broker showed it, its stop in place
 * @param ledgerOk whether the whole chain verifies
 * @param duplicates entry deals beyond the first of their order
 */
public record Walk(
    Signal signal,
    List<Hop> hops,
    Order order,
    PositionView position,
    boolean ledgerOk,
    int duplicates) {
  public Walk {
    hops = List.copyOf(hops);
  }
}
