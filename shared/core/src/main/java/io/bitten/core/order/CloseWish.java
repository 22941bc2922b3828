package io.bitten.core.order;

import io.bitten.core.account.AccountId;
import java.time.Instant;

/**
 * A close that a relay has taken and cannot end yet, because nobody knows yet what there is to
 * close.
 *
 * @param at when it was asked for; it is about orders that were placed by then
 */
public record CloseWish(AccountId account, Target target, ExitReason reason, Instant at) {

  /** What is to be closed. */
  public sealed interface Target {
    /** Whatever this order became. */
    record Of(OrderId order) implements Target {}

    /** Every position of ours in the account. */
    record All() implements Target {}
  }
}
