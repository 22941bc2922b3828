package io.bitten.core.order;

import io.bitten.core.market.Level;
import io.bitten.core.order.OrderFact.Accepted;
import io.bitten.core.order.OrderFact.AnswerLost;
import io.bitten.core.order.OrderFact.Claimed;
import io.bitten.core.order.OrderFact.CloseAsked;
import io.bitten.core.order.OrderFact.CloseRefused;
import io.bitten.core.order.OrderFact.DeadlinePassedUnclaimed;
import io.bitten.core.order.OrderFact.Exited;
import io.bitten.core.order.OrderFact.Halted;
import io.bitten.core.order.OrderFact.HaltedUnsent;
import io.bitten.core.order.OrderFact.NeverExecuted;
import io.bitten.core.order.OrderFact.PositionChanged;
import io.bitten.core.order.OrderFact.PositionSeen;
import io.bitten.core.order.OrderFact.ProvenNotSent;
import io.bitten.core.order.OrderFact.Refused;
import io.bitten.core.order.OrderFact.StopMissing;
import io.bitten.core.order.OrderFact.StopSeen;
import io.bitten.core.order.OrderFact.TurnedDown;
import io.bitten.core.order.OrderFact.Undeliverable;
import io.bitten.core.order.OrderState.Closed;
import io.bitten.core.order.OrderState.Closing;
import io.bitten.core.order.OrderState.Dead;
import io.bitten.core.order.OrderState.Expired;
import io.bitten.core.order.OrderState.Filled;
import io.bitten.core.order.OrderState.Killed;
import io.bitten.core.order.OrderState.New;
import io.bitten.core.order.OrderState.Protected;
import io.bitten.core.order.OrderState.Rejected;
import io.bitten.core.order.OrderState.Submitting;
import io.bitten.core.order.OrderState.Unknown;
import io.bitten.core.order.OrderState.Unprotected;
import java.time.Instant;

/**
 * Every edge of an order's life, with its guard. A state goes back only on proof that nothing was
 * executed, and time alone ends an order only while it is NEW.
 */
public final class OrderRules {
  /**
   * Claims an order may have in all; a second one only after a proof that the first sent nothing.
   */
  public static final int MAX_ATTEMPTS = 2;

  /** Complete negative answers in a row that prove an order was not executed. */
  public static final int NEGATIVES_NEEDED = 2;

  private OrderRules() {}

  /** Where the fact takes the order. Pure: the same order and fact give the same move. */
  public static Move decide(Order order, OrderFact fact) {
    return switch (fact) {
      case Claimed f -> claimed(order, f);
      case ProvenNotSent f -> provenNotSent(order, f);
      case HaltedUnsent f -> haltedUnsent(order, f);
      case AnswerLost f -> answerLost(order, f);
      case Accepted f -> accepted(order, f);
      case Refused f -> refused(order, f);
      case TurnedDown f -> turnedDown(order, f);
      case PositionSeen f -> positionSeen(order, f);
      case NeverExecuted f -> neverExecuted(order, f);
      case StopSeen f -> stopSeen(order, f);
      case StopMissing f -> stopMissing(order, f);
      case PositionChanged f -> positionChanged(order, f);
      case CloseAsked f -> closeAsked(order, f);
      case CloseRefused f -> closeRefused(order, f);
      case Exited f -> exited(order, f);
      case DeadlinePassedUnclaimed f -> deadlinePassed(order, f);
      case Halted f -> halted(order, f);
      case Undeliverable f -> undeliverable(order, f);
    };
  }

  private static Move claimed(Order order, Claimed fact) {
    Attempt attempt = fact.attempt();
    if (!(order.state() instanceof New fresh)) {
      return illegal(order, fact, "only a NEW order can be claimed");
    }
    if (attempt.number() != fresh.attempts() + 1 || attempt.number() > MAX_ATTEMPTS) {
      return illegal(order, fact, "attempt must be the next of at most " + MAX_ATTEMPTS);
    }
    if (!fact.at().isBefore(order.deadline())) {
      return illegal(order, fact, "the deadline has passed");
    }
    if (attempt.deadline().isAfter(order.deadline())) {
      return illegal(order, fact, "the attempt must end by the order's deadline");
    }
    return new Move.To(new Submitting(attempt));
  }

  private static Move provenNotSent(Order order, ProvenNotSent fact) {
    return submitting(order, fact.attempt())
        ? new Move.To(new New(fact.attempt().number()))
        : illegal(order, fact, "only the attempt that holds the order can give it back");
  }

  private static Move haltedUnsent(Order order, HaltedUnsent fact) {
    return submitting(order, fact.attempt())
        ? new Move.To(new Killed(fact.scope(), fact.epoch(), fact.at()))
        : illegal(order, fact, "only the attempt that holds the order knows it was not sent");
  }

  private static Move answerLost(Order order, AnswerLost fact) {
    return order.state() instanceof Submitting held
        ? new Move.To(new Unknown(held.attempt(), fact.why(), fact.at()))
        : illegal(order, fact, "no attempt is on its way");
  }

  private static Move accepted(Order order, Accepted fact) {
    return submitting(order, fact.attempt())
        ? new Move.To(new Filled(fact.fill()))
        : illegal(order, fact, "only the attempt that holds the order can be answered");
  }

  private static Move refused(Order order, Refused fact) {
    return submitting(order, fact.attempt())
        ? new Move.To(new Rejected(fact.code(), fact.message(), fact.at()))
        : illegal(order, fact, "only the attempt that holds the order can be answered");
  }

  private static Move turnedDown(Order order, TurnedDown fact) {
    boolean again = fact.attempt().number() < MAX_ATTEMPTS && fact.at().isBefore(order.deadline());
    return again && submitting(order, fact.attempt())
        ? new Move.To(new New(fact.attempt().number()))
        : illegal(order, fact, "only an attempt with time and another one left is tried again");
  }

  private static Move positionSeen(Order order, PositionSeen fact) {
    return order.state() instanceof Unknown
        ? new Move.To(new Filled(fact.fill()))
        : illegal(order, fact, "only an UNKNOWN order is settled by what the broker shows");
  }

  private static Move neverExecuted(Order order, NeverExecuted fact) {
    if (!(order.state() instanceof Unknown unknown)) {
      return illegal(order, fact, "only an UNKNOWN order needs proof");
    }
    Instant provable = unknown.attempt().deadline().plus(fact.horizon());
    if (fact.negatives() < NEGATIVES_NEEDED || !fact.at().isAfter(provable)) {
      return illegal(
          order, fact, NEGATIVES_NEEDED + " complete answers after " + provable + " are needed");
    }
    int used = unknown.attempt().number();
    return new Move.To(
        used < MAX_ATTEMPTS && fact.at().isBefore(order.deadline())
            ? new New(used)
            : new Expired(fact.at()));
  }

  private static Move stopSeen(Order order, StopSeen fact) {
    if (!(fact.fill().stopLoss() instanceof Level.At)) {
      return illegal(order, fact, "a stop that was seen has a price");
    }
    boolean waiting =
        (order.state() instanceof Filled filled && same(filled.fill(), fact.fill()))
            || (order.state() instanceof Unprotected naked && same(naked.fill(), fact.fill()));
    return waiting
        ? protectedBy(fact.fill(), fact.at())
        : illegal(order, fact, "no open position of this ticket waits for it");
  }

  private static Move stopMissing(Order order, StopMissing fact) {
    boolean checked =
        (order.state() instanceof Filled filled && same(filled.fill(), fact.fill()))
            || (order.state() instanceof Protected safe && same(safe.fill(), fact.fill()));
    return checked
        ? new Move.To(new Unprotected(fact.fill(), fact.at()))
        : illegal(order, fact, "only FILLED and PROTECTED are checked for their stop");
  }

  private static Move positionChanged(Order order, PositionChanged fact) {
    return order.state() instanceof Protected safe
            && same(safe.fill(), fact.fill())
            && fact.fill().stopLoss() instanceof Level.At
            && !safe.fill().equals(fact.fill())
        ? protectedBy(fact.fill(), fact.at())
        : illegal(order, fact, "only a PROTECTED position that still has a stop changes");
  }

  private static Move closeAsked(Order order, CloseAsked fact) {
    if (order.state() instanceof Protected safe) {
      return new Move.To(new Closing(safe.fill(), fact.reason(), fact.at()));
    }
    if (order.state() instanceof Unprotected naked) {
      return new Move.To(new Closing(naked.fill(), fact.reason(), fact.at()));
    }
    return illegal(order, fact, "no position was read back that could close");
  }

  private static Move closeRefused(Order order, CloseRefused fact) {
    return order.state() instanceof Closing s
            && same(s.fill(), fact.fill())
            && fact.fill().stopLoss() instanceof Level.At
        ? protectedBy(fact.fill(), fact.at())
        : illegal(order, fact, "only a CLOSING position that still has its stop stays open");
  }

  private static Move exited(Order order, Exited fact) {
    if (order.state() instanceof Protected safe) {
      return new Move.To(new Closed(safe.fill(), fact.exit()));
    }
    if (order.state() instanceof Closing closing) {
      return new Move.To(new Closed(closing.fill(), fact.exit()));
    }
    return illegal(order, fact, "only PROTECTED and CLOSING positions exit");
  }

  private static Move deadlinePassed(Order order, DeadlinePassedUnclaimed fact) {
    return order.state() instanceof New && !fact.at().isBefore(order.deadline())
        ? new Move.To(new Expired(fact.at()))
        : illegal(order, fact, "only a NEW order past its deadline expires");
  }

  private static Move halted(Order order, Halted fact) {
    return order.state() instanceof New
        ? new Move.To(new Killed(fact.scope(), fact.epoch(), fact.at()))
        : illegal(order, fact, "only a NEW order is stopped without its relay");
  }

  private static Move undeliverable(Order order, Undeliverable fact) {
    return order.state() instanceof New
        ? new Move.To(new Dead(fact.why(), fact.at()))
        : illegal(order, fact, "only a NEW order can die undelivered");
  }

  private static Move protectedBy(Fill fill, Instant at) {
    return new Move.To(new Protected(fill, at));
  }

  private static boolean submitting(Order order, Attempt attempt) {
    return order.state() instanceof Submitting held && held.attempt().equals(attempt);
  }

  private static boolean same(Fill stored, Fill seen) {
    return stored.ticket().equals(seen.ticket());
  }

  private static Move illegal(Order order, OrderFact fact, String why) {
    return new Move.Illegal(order.state().label(), fact.getClass().getSimpleName(), why);
  }
}
