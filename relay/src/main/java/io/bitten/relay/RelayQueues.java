package io.bitten.relay;

/**
 * Where the relay's commands come from.
 *
 * @param orders the queue of entries
 * @param exits the queue of closes, halts and restarts: a stuck entry never blocks an exit
 * @param waitSeconds how long one long poll waits, 0..20
 * @param entryPollers accounts whose entries are carried side by side
 */
public record RelayQueues(String orders, String exits, int waitSeconds, int entryPollers) {
  public RelayQueues {
    if (waitSeconds < 0 || waitSeconds > 20) {
      throw new IllegalArgumentException("wait seconds must be 0..20: " + waitSeconds);
    }
    if (entryPollers < 1 || entryPollers > 64) {
      throw new IllegalArgumentException("entry pollers must be 1..64: " + entryPollers);
    }
  }
}
