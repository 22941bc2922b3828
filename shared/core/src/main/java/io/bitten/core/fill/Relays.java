package io.bitten.core.fill;

import java.time.Instant;
import java.util.List;

/** What the relays last said about themselves. */
public interface Relays {
  /** Keeps the newest of each relay. */
  void keep(Report.Heartbeat beat);

  /** Keeps each hop's first receipt of each scope's newest epoch. */
  void keep(Report.HaltSeen receipt);

  /** What the hops last said of a scope, each its newest epoch. */
  List<Report.HaltSeen> receipts(String scope);

  /** The last heartbeat of each relay heard of since the given moment. */
  List<Report.Heartbeat> heardSince(Instant since);
}
