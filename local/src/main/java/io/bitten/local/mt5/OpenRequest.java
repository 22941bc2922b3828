package io.bitten.local.mt5;

import io.bitten.core.market.Direction;
import java.math.BigDecimal;
import java.util.Set;

/**
 * A market order.
 *
 * @param symbol the terminal's own name
 * @param stopLoss absolute, 0 for none
 * @param takeProfit absolute, 0 for none
 * @param deviation the most points the price may slip, or {@link #ANY_DEVIATION}
 * @param fillings what the sender would accept; empty lets the terminal choose
 */
public record OpenRequest(
    String symbol,
    Direction direction,
    BigDecimal lots,
    BigDecimal stopLoss,
    BigDecimal takeProfit,
    int deviation,
    Set<Instrument.Filling> fillings,
    long magic,
    String comment) {
  /** Whatever the market gives. */
  public static final int ANY_DEVIATION = Integer.MAX_VALUE;

  /** The terminal cuts a longer comment. */
  public static final int COMMENT_LENGTH = 31;

  public OpenRequest {
    fillings = Set.copyOf(fillings);
    comment = comment.substring(0, Math.min(comment.length(), COMMENT_LENGTH));
  }

  OpenRequest withoutStops() {
    return new OpenRequest(
        symbol,
        direction,
        lots,
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        deviation,
        fillings,
        magic,
        comment);
  }
}
