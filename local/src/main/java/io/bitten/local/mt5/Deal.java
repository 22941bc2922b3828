package io.bitten.local.mt5;

import io.bitten.core.market.Direction;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * One execution in the account's history.
 *
 * @param order the order that was executed
 * @param position the position it opened or closed
 * @param symbol the terminal's own name
 * @param direction of the deal itself: closing a buy is a sell
 * @param profit realised, in account currency, without swap and commission
 */
public record Deal(
    long ticket,
    long order,
    long position,
    String symbol,
    Direction direction,
    Entry entry,
    BigDecimal lots,
    BigDecimal price,
    BigDecimal profit,
    BigDecimal swap,
    BigDecimal commission,
    long magic,
    String comment,
    Instant time,
    Reason reason) {

  /** DEAL_ENTRY. */
  public enum Entry {
    IN,
    OUT
  }

  /** DEAL_REASON: who asked for it. A close by hand carries magic 0. */
  public enum Reason {
    CLIENT,
    EXPERT,
    SL,
    TP,
    SO
  }

  /** What the deal did to the balance. */
  public BigDecimal net() {
    return profit.add(swap).add(commission);
  }
}
