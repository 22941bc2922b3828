package io.bitten.local.sim;

import io.bitten.core.Versioned;
import io.bitten.core.fire.FireDesk;
import io.bitten.core.fire.Offer;
import io.bitten.core.fire.Preview;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderId;
import io.bitten.core.order.OrderState;
import io.bitten.core.risk.LimitRefusal;
import io.bitten.core.risk.MarketRefusal;
import io.bitten.core.risk.Refusal;
import io.bitten.core.risk.StandingRefusal;
import java.time.Instant;
import java.util.Optional;

/**
 * After all that went wrong, with every halt lifted, a fresh FIRE becomes a protected position:
 * whoever never sends anything keeps every other promise.
 */
final class TradesAgain {
  private static final long STEP_MS = 500;
  private static final long BEAT_MS = 5_000;

  /** An order that met a circuit of which no beat was heard waits at most for so long. */
  private static final long WAITS_MS = 90_000;

  private static final long PROTECTED_MS = 15_000;

  /** A circuit that the last fault opened rests for a minute. */
  private static final long CIRCUITS_MS = 62_000;

  private final Scene scene;
  private final Timeline time;
  private final Traders traders;
  private final long circuitsUntil;

  /**
   * @param calmAt when the faults had stopped
   */
  TradesAgain(Scene scene, Traders traders, long calmAt) {
    this.scene = scene;
    this.time = scene.stage().time();
    this.traders = traders;
    this.circuitsUntil = calmAt + CIRCUITS_MS;
  }

  void play(Traders.Person person) {
    traders.liftAll(person);
    while (rests() && time.now() < circuitsUntil) {
      time.pass(BEAT_MS);
    }
    boolean last = false;
    while (!fired(person)) {
      Checks.hold(
          !last, Invariant.I30_TRADES_AGAIN, "nothing that " + person.user() + " fires is filled");
      last = time.now() >= circuitsUntil + WAITS_MS;
    }
  }

  /** An order that meets an open circuit waits for its deadline, and the next ones behind it. */
  private boolean rests() {
    return scene.memory().relays().heardSince(Instant.EPOCH).stream()
        .anyMatch(beat -> beat.routeState().contains("circuit OPEN"));
  }

  /** Whether it became a protected position, or a limit forbids it. */
  private boolean fired(Traders.Person person) {
    return switch (traders.small(person)) {
      case Preview.Refused no -> {
        time.pass(STEP_MS);
        yield excused(no.refusal());
      }
      case Preview.Ready ready -> fired(person, ready.offer());
    };
  }

  private boolean fired(Traders.Person person, Offer offer) {
    OrderId id = FireDesk.orderId(offer.id());
    traders.tap(person, offer, 0);
    for (long waited = 0; waited < PROTECTED_MS && !traded(id); waited += STEP_MS) {
      time.pass(STEP_MS);
    }
    return traded(id);
  }

  private boolean traded(OrderId id) {
    Optional<OrderState> state =
        scene.memory().orders().find(id).map(Versioned::value).map(Order::state);
    return state.isPresent()
        && switch (state.get()) {
          case OrderState.Protected s -> true;
          case OrderState.Closing s -> true;
          case OrderState.Closed s -> true;
          case OrderState.New s -> false;
          case OrderState.Submitting s -> false;
          case OrderState.Unknown s -> false;
          case OrderState.Filled s -> false;
          case OrderState.Unprotected s -> false;
          case OrderState.Rejected s -> false;
          case OrderState.Expired s -> false;
          case OrderState.Killed s -> false;
          case OrderState.Dead s -> false;
        };
  }

  private static boolean excused(Refusal refusal) {
    return refusal instanceof LimitRefusal
        || refusal instanceof StandingRefusal.TiltLocked
        || refusal instanceof MarketRefusal.OutsideSessions;
  }
}
