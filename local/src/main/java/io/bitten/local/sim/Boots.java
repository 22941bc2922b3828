package io.bitten.local.sim;

import io.bitten.core.account.AccountId;
import io.bitten.relay.CommandDoor;
import io.bitten.relay.Relay;
import io.bitten.relay.journal.Journal;
import java.util.List;

/** What a machine needs to start a relay, with whatever a mutant took from it. */
interface Boots {
  Relay relay(SimProcess process, Journal journal, String bootId);

  /** Takes over what the process before left, as a starting relay does. */
  void recover(Relay relay);

  CommandDoor door();

  Wires wires();

  List<AccountId> accounts();

  SimDisk.Forcing forcing();

  long longestPause();
}
