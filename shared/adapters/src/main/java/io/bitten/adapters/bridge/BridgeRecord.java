package io.bitten.adapters.bridge;

import java.math.BigDecimal;

/** What an EA wrote as a result. */
sealed interface BridgeRecord {

  /**
   * The outcome of one instruction.
   *
   * @param id empty when the record names none, and so answers nobody
   * @param ticket 0 when none was told
   * @param price 0 when none was told
   */
  record Outcome(String id, String status, long ticket, BigDecimal price, String message)
      implements BridgeRecord {}

  /** A position ended; the money has swap and commission in it. */
  record Ended(long ticket, BigDecimal price, BigDecimal net) implements BridgeRecord {}

  /** The account's money. */
  record Funds(BigDecimal balance, BigDecimal equity, BigDecimal margin, BigDecimal freeMargin)
      implements BridgeRecord {}
}
