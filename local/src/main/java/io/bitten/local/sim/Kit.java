package io.bitten.local.sim;

import io.bitten.core.account.AccountId;
import io.bitten.relay.CommandDoor;
import io.bitten.relay.CommandSource;
import io.bitten.relay.Relay;
import io.bitten.relay.RelayCaps;
import io.bitten.relay.RelayLine;
import io.bitten.relay.RelayPorts;
import io.bitten.relay.RelaySettings;
import io.bitten.relay.journal.Journal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Starts one machine's relays on the story's ports. */
final class Kit implements Boots {
  /** Longer than any delay here: on the way to a dumb last hop, or behind an aware one. */
  private static final Duration DUMB_HORIZON = Duration.ofSeconds(32);

  private static final Duration AWARE_HORIZON = Duration.ofSeconds(10);

  /** A relay's way to one account, and the one it does not use. */
  record Way(LastHop used, LastHop other) {
    AccountId account() {
      return used.terminal().account();
    }
  }

  /** What a disk is like. */
  private static final Map<Mutant, SimDisk.Quality> DISKS =
      Map.of(
          Mutant.JOURNAL_WITHOUT_FSYNC, SimDisk.Quality.ONLY_SAYS_SO,
          Mutant.REWRITING_FORGETS, SimDisk.Quality.FORGETS,
          Mutant.REWRITES_IN_PLACE, SimDisk.Quality.IN_PLACE);

  private final String name;
  private final Scene scene;
  private final List<Way> ways;

  Kit(String name, Scene scene, List<Way> ways) {
    this.name = name;
    this.scene = scene;
    this.ways = ways;
  }

  @Override
  public Relay relay(SimProcess process, Journal journal, String bootId) {
    RelaySettings usual = RelaySettings.named(name);
    RelaySettings settings =
        new RelaySettings(
            name,
            usual.group(),
            usual.haltProofAge(),
            usual.attemptLives(),
            horizon(),
            usual.repairLives());
    RelayPorts ports =
        new RelayPorts(
            scene.orders(process),
            scene.halts(process),
            scene.leases(process),
            new SimWishes(scene.memory().closeWishes(), process, scene),
            new SimOrphans(scene.memory().orphans(), process),
            scene.reports(process),
            process.clock(),
            scene.stage().time()::nanos,
            journal);
    List<RelayLine> lines =
        ways.stream()
            .map(
                way ->
                    new RelayLine(
                        way.account(),
                        scene.route(way.used(), way.other(), process),
                        RelayCaps.none()))
            .toList();
    return new Relay(settings, ports, lines, bootId);
  }

  private Duration horizon() {
    if (scene.mutant() == Mutant.NO_HORIZON) {
      return Duration.ZERO;
    }
    return aware() ? AWARE_HORIZON : DUMB_HORIZON;
  }

  private boolean aware() {
    return ways.stream().allMatch(way -> way.used().aware());
  }

  @Override
  public void recover(Relay relay) {
    if (scene.mutant() != Mutant.NO_RECOVERY) {
      relay.recover();
    }
  }

  @Override
  public void resolve(Relay relay, AccountId account) {
    if (scene.mutant() != Mutant.NO_RESOLVER) {
      relay.resolve(account);
    }
  }

  @Override
  public void reconcile(Relay relay, AccountId account) {
    if (scene.mutant() != Mutant.LATE_UNSEEN) {
      relay.reconcile(account);
    }
  }

  @Override
  public CommandSource source(FifoQueue<String> queue, SimProcess process) {
    return new SimCommands(queue, door(), new SimCommands.Taker(process, scene));
  }

  @Override
  public boolean gated() {
    return ways.stream().anyMatch(way -> scene.gated(way.used()));
  }

  @Override
  public CommandDoor door() {
    return scene.door();
  }

  @Override
  public Wires wires() {
    return scene.wires();
  }

  @Override
  public List<AccountId> accounts() {
    return ways.stream().map(Way::account).toList();
  }

  @Override
  public SimDisk.Quality disk() {
    return DISKS.getOrDefault(scene.mutant(), SimDisk.Quality.SOUND);
  }

  @Override
  public long longestPause() {
    return aware() ? 40_000 : 4_000;
  }
}
