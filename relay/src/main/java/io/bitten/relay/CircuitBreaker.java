package io.bitten.relay;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Stops entries on a route that keeps failing in one thing: open after 5 failures in a row, half
 * open 60 s later, when one success closes it and one failure opens it again. Exits and questions
 * are never stopped.
 */
final class CircuitBreaker {
  static final int FAILURES = 5;
  static final Duration REST = Duration.ofSeconds(60);

  /** How the circuit stands, the best first. */
  enum State {
    CLOSED,
    HALF_OPEN,
    OPEN;

    static State worse(State one, State other) {
      return one.compareTo(other) > 0 ? one : other;
    }
  }

  private final LongSupplier ticker;
  private int failures;
  private long openedAt;

  CircuitBreaker(LongSupplier ticker) {
    this.ticker = ticker;
  }

  synchronized State state() {
    if (failures < FAILURES) {
      return State.CLOSED;
    }
    return rested() ? State.HALF_OPEN : State.OPEN;
  }

  synchronized void succeeded() {
    if (state() != State.OPEN) {
      failures = 0;
    }
  }

  synchronized void failed() {
    if (state() == State.OPEN) {
      return;
    }
    failures++;
    if (failures >= FAILURES) {
      failures = FAILURES;
      openedAt = ticker.getAsLong();
    }
  }

  private boolean rested() {
    return ticker.getAsLong() - openedAt >= REST.toNanos();
  }
}
