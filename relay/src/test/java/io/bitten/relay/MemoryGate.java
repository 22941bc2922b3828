package io.bitten.relay;

import io.bitten.core.relay.Gate;

/** The gate of a terminal in memory, which may be told not to move. */
final class MemoryGate {
  private Gate stands = Gate.OPEN;
  private boolean fails;

  Gate.Answer move(Gate wanted) {
    if (fails) {
      return new Gate.Answer.Failed("no space on the disk");
    }
    stands = wanted;
    return new Gate.Answer.Obeyed();
  }

  Gate stands() {
    return stands;
  }

  /** As when somebody took its flag away. */
  void open() {
    stands = Gate.OPEN;
  }

  void fails(boolean now) {
    fails = now;
  }
}
