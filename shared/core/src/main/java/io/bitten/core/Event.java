package io.bitten.core;

import io.bitten.core.account.AccountId;
import io.bitten.core.account.Ticket;
import io.bitten.core.account.UserId;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.news.NewsEvent;
import io.bitten.core.order.CloseWish;
import io.bitten.core.order.OrderId;
import io.bitten.core.order.Origin;
import io.bitten.core.signal.Signal;
import java.time.Instant;
import java.util.List;

/**
 * All that can happen, in the order it happens. Each is a fact in the past tense, may be delivered
 * twice, and carries an id that is the same for a repeat.
 */
public sealed interface Event {
  EventHeader header();

  /** High-impact news is near. */
  record NewsAlert(EventHeader header, List<NewsEvent> news) implements Event {}

  /** A signal stands in the ledger. */
  record SignalGenerated(EventHeader header, Signal signal) implements Event {}

  /** A confirmed fire was refused; nothing was placed. */
  record FireRefused(
      EventHeader header,
      UserId user,
      Origin origin,
      long messageId,
      String code,
      String sentence,
      String remedy)
      implements Event {}

  /** An order was stored, its risk reserved. */
  record OrderPlaced(EventHeader header, OrderId order, UserId user, long messageId)
      implements Event {}

  /** An order's state moved on. */
  record OrderChanged(EventHeader header, OrderId order, UserId user, long version, String state)
      implements Event {}

  /** An order became a position whose stop was seen at the broker. */
  record TradeExecuted(EventHeader header, OrderId order, UserId user, long version)
      implements Event {}

  /** A position ended. */
  record TradeClosed(EventHeader header, OrderId order, UserId user, long version)
      implements Event {}

  /** A position of ours that no order stands for was found, changed, or ended. */
  record OrphanChanged(
      EventHeader header, UserId user, AccountId account, Ticket ticket, long version, String state)
      implements Event {}

  /**
   * A close that a person asked for came to its relay too late, or was refused, and came to
   * nothing.
   */
  record CloseLapsed(
      EventHeader header, UserId user, AccountId account, CloseWish.Target target, Instant askedAt)
      implements Event {}

  /** A halt was set or lifted. */
  record EmergencyStop(EventHeader header, Halt halt, Instant at) implements Event {}

  /** A halt's newest epoch, or its lifting, has taken effect at a hop. */
  record HaltReached(EventHeader header, HaltScope scope, long epoch, String hop)
      implements Event {}

  /** A trader's tier went up. */
  record UserUpgraded(EventHeader header, UserId user, String fromTier, String toTier)
      implements Event {}
}
