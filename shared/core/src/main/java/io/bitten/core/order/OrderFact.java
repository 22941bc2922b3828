package io.bitten.core.order;

import io.bitten.core.halt.HaltScope;
import java.time.Duration;
import java.time.Instant;

/** Something that was learned about an order. {@link OrderRules} says what it changes. */
public sealed interface OrderFact {

  /** A relay takes the order for one attempt; nothing has been sent. */
  record Claimed(Attempt attempt, Instant at) implements OrderFact {}

  /** Not one byte of this attempt has left, and none will. */
  record ProvenNotSent(Attempt attempt) implements OrderFact {}

  /** A halt was seen after the claim and before the first byte. */
  record HaltedUnsent(Attempt attempt, HaltScope scope, long epoch, Instant at)
      implements OrderFact {}

  /** The attempt may or may not have executed. */
  record AnswerLost(String why, Instant at) implements OrderFact {}

  /** The route said done, wholly or in part, and named the ticket. */
  record Accepted(Attempt attempt, Fill fill) implements OrderFact {}

  /** The broker, the farm or the relay itself said a definite no to this attempt. */
  record Refused(Attempt attempt, String code, String message, Instant at) implements OrderFact {}

  /**
   * The broker asked for another price: this attempt did nothing and will do nothing, and the same
   * order may be tried once more while its time and its price collar allow.
   */
  record TurnedDown(Attempt attempt, String code, Instant at) implements OrderFact {}

  /** The broker shows a position or an entry deal of this order. */
  record PositionSeen(Fill fill) implements OrderFact {}

  /**
   * The broker's complete answers do not know this order.
   *
   * @param negatives complete answers in a row that did not hold it, positions and history both
   * @param horizon the longest a sent order may take to show up at the broker
   */
  record NeverExecuted(int negatives, Duration horizon, Instant at) implements OrderFact {}

  /** The position was read back and carries the agreed stop. */
  record StopSeen(Fill fill, Instant at) implements OrderFact {}

  /** The position was read back and its stop is absent or another. */
  record StopMissing(Fill fill, Instant at) implements OrderFact {}

  /**
   * The position was read back with its stop, and its lots or its stop are not those stored: a part
   * was closed, or the stop drawn nearer, outside.
   */
  record PositionChanged(Fill fill, Instant at) implements OrderFact {}

  /** Somebody, or the stop's loss, asked to end the position. */
  record CloseAsked(ExitReason reason, Instant at) implements OrderFact {}

  /** The close got nothing but definite noes, and the position was read back with its stop. */
  record CloseRefused(Fill fill, Instant at) implements OrderFact {
    /** For so long: longer than a broker's daily break. */
    public static final Duration LASTED = Duration.ofMinutes(10);
  }

  /** The position is gone and its exit stands in the broker's deals. */
  record Exited(Exit exit) implements OrderFact {}

  /** Nobody claimed it in time. */
  record DeadlinePassedUnclaimed(Instant at) implements OrderFact {}

  /** A halt, or an epoch older than the halt's, met the order before any claim. */
  record Halted(HaltScope scope, long epoch, Instant at) implements OrderFact {}

  /** Its command cannot be handled by anybody: it says something else than the order. */
  record Undeliverable(String why, Instant at) implements OrderFact {}
}
