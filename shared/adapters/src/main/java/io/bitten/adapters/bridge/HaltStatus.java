package io.bitten.adapters.bridge;

import io.bitten.adapters.json.BadJson;
import io.bitten.core.relay.Gate;
import java.util.Optional;

/** What our own Expert Advisor says of the flag, once a second, in its status. */
final class HaltStatus {
  private static final String HALTED = "halted";

  private HaltStatus() {}

  /** Obeyed once the Expert Advisor says so itself. */
  static Gate.Answer confirmed(Gate.Answer told, Gate wanted, BridgeFiles files) {
    try {
      Optional<Gate> stands = files.status().map(one -> one.flag(HALTED) ? Gate.SHUT : Gate.OPEN);
      return told instanceof Gate.Answer.Told && stands.equals(Optional.of(wanted))
          ? new Gate.Answer.Obeyed()
          : told;
    } catch (BadJson e) {
      return told;
    }
  }
}
