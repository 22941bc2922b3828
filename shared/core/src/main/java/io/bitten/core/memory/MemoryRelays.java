package io.bitten.core.memory;

import io.bitten.core.fill.Relays;
import io.bitten.core.fill.Report;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/** What the relays said, in memory. */
public final class MemoryRelays implements Relays {
  private final ConcurrentHashMap<String, Report.Heartbeat> beats = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, Report.HaltSeen> receipts = new ConcurrentHashMap<>();

  @Override
  public void keep(Report.Heartbeat beat) {
    beats.merge(beat.relay(), beat, (old, next) -> next.at().isBefore(old.at()) ? old : next);
  }

  @Override
  public void keep(Report.HaltSeen receipt) {
    receipts.merge(
        receipt.scope() + "#" + receipt.hop(),
        receipt,
        (old, next) -> next.epoch() > old.epoch() ? next : old);
  }

  @Override
  public List<Report.HaltSeen> receipts(String scope) {
    return receipts.values().stream().filter(one -> one.scope().equals(scope)).toList();
  }

  @Override
  public List<Report.Heartbeat> heardSince(Instant since) {
    return beats.values().stream().filter(beat -> !beat.at().isBefore(since)).toList();
  }
}
