package io.bitten.relay;

import java.time.Duration;

/**
 * What the relay's own rules depend on.
 *
 * @param name this relay's name; no two relays have the same
 * @param group the relays that serve the same accounts: one of them works, the others stand by
 * @param haltProofAge a proof that nothing is halted is good for so long
 * @param attemptLives an attempt ends so long after its claim, or at the order's deadline
 * @param horizon the longest a sent order may take to show up at the broker: the farm's own timeout
 *     and a minute
 * @param repairLives a position whose stop cannot be put back for so long is closed
 */
public record RelaySettings(
    String name,
    String group,
    Duration haltProofAge,
    Duration attemptLives,
    Duration horizon,
    Duration repairLives) {
  public RelaySettings {
    if (!name.matches("[A-Za-z0-9_-]{1,40}")) {
      throw new IllegalArgumentException(
          "relay name must be 1..40 letters, digits, _ or -: " + name);
    }
  }

  /** The usual values. */
  public static RelaySettings named(String name) {
    return new RelaySettings(
        name,
        "main",
        Duration.ofSeconds(10),
        Duration.ofSeconds(8),
        Duration.ofSeconds(90),
        Duration.ofSeconds(5));
  }
}
