package io.bitten.local.sim;

import io.bitten.core.account.AccountId;
import io.bitten.relay.CommandDoor;
import io.bitten.relay.CommandSource;
import io.bitten.relay.Relay;
import io.bitten.relay.journal.Journal;
import java.util.List;

/** What a machine needs to start a relay, with whatever a mutant took from it. */
interface Boots {
  Relay relay(SimProcess process, Journal journal, String bootId);

  /** Takes over what the process before left, as a starting relay does. */
  void recover(Relay relay);

  /** A round of questions about doubtful orders. */
  void resolve(Relay relay, AccountId account);

  /** A comparison of the broker's positions with the orders. */
  void reconcile(Relay relay, AccountId account);

  /** A queue as a process takes from it. */
  CommandSource source(FifoQueue<String> queue, SimProcess process);

  /** Whether there is a gate at a last hop to keep; a farm has none. */
  boolean gated();

  CommandDoor door();

  Wires wires();

  List<AccountId> accounts();

  /** How good the machine's disk is. */
  SimDisk.Quality disk();

  long longestPause();
}
