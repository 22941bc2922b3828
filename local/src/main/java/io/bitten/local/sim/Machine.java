package io.bitten.local.sim;

import io.bitten.core.account.AccountId;
import io.bitten.relay.CommandDoor;
import io.bitten.relay.CommandSource;
import io.bitten.relay.CommandStep;
import io.bitten.relay.Relay;
import io.bitten.relay.RelayLog;
import io.bitten.relay.StepOutcome;
import io.bitten.relay.journal.Journal;
import io.bitten.relay.journal.JournalBroken;
import java.time.Duration;
import java.util.List;

/**
 * One relay's machine: its disk outlives its processes. It boots, recovers, runs the loops of a
 * running relay, dies and boots again.
 */
final class Machine {
  private static final int LOOP_MS = 1_000;
  private static final int GATE_MS = 500;
  private static final int LEASE_MS = 5_000;
  private static final int LOOKS_MS = 250;
  private static final int HALTS_MS = 2_000;
  private static final int BEAT_MS = 5_000;
  private static final int RECONCILE_MS = 10_000;
  private static final int LEAST_REST_MS = 50;
  private static final int TURN_MS = 20;
  private static final long HOLD_MS = 50_000;

  /** Bytes from which on a journal is rewritten: a story fills some thousands. */
  private static final int LEAST_JOURNAL = 300;

  private static final int MOST_JOURNAL = 3_000;

  private final String name;
  private final Stage stage;
  private final Timeline time;
  private final Boots boots;
  private final SimDisk disk;
  private int bootCount;

  Machine(String name, Stage stage, Boots boots) {
    this.name = name;
    this.stage = stage;
    this.time = stage.time();
    this.boots = boots;
    this.disk = new SimDisk(stage.faults());
  }

  void boot() {
    SimProcess process = new SimProcess(name, stage, disk, boots.longestPause());
    String bootId = process.name() + "-" + ++bootCount;
    stage.story().tell(name, "boots as " + bootId);
    alive(
        process,
        () -> {
          Journal journal = Journal.open(disk.mounted(process, boots.disk()), compactFrom());
          Relay relay = boots.relay(process, journal, bootId);
          recover(process, relay, journal);
        });
  }

  private long compactFrom() {
    return stage.faults().mostly(Fault.REWRITTEN)
        ? stage.faults().between(LEAST_JOURNAL, MOST_JOURNAL)
        : Long.MAX_VALUE;
  }

  private void recover(SimProcess process, Relay relay, Journal journal) {
    try {
      boots.recover(relay);
    } catch (StoreTrouble trouble) {
      stage.story().tell(name, "the cloud does not answer yet");
      stage.faults().trouble(LOOP_MS);
      time.task(LOOP_MS, () -> alive(process, () -> recover(process, relay, journal)));
      return;
    }
    stage.story().tell(name, "works");
    begin(process, relay);
    loop(process, new Loop("journal", LOOP_MS, () -> sound(process, journal)));
  }

  /** A person restarts a relay whose disk failed. */
  private void sound(SimProcess process, Journal journal) {
    if (!journal.sound()) {
      stage.story().tell(name, "is restarted by a person, for its journal is broken");
      process.kill();
      throw new Crash();
    }
  }

  private record Loop(String name, int periodMs, Runnable step) {}

  /** A message under way. */
  private record Errand(
      Relay relay, CommandStep step, CommandSource.Delivery delivery, long since) {}

  private void begin(SimProcess process, Relay relay) {
    loop(process, new Loop("lease", LEASE_MS, relay::renewLease));
    loop(process, new Loop("halts", HALTS_MS, relay::refreshHalts));
    loop(process, new Loop("beat", BEAT_MS, relay::beat));
    loop(process, new Loop("tell", LOOP_MS, relay::tell));
    loop(process, new Loop("looks", LOOKS_MS, relay::tellLooks));
    for (AccountId account : relay.accounts()) {
      loop(process, new Loop("look", LOOP_MS, () -> relay.look(account)));
      loop(process, new Loop("reconcile", RECONCILE_MS, () -> boots.reconcile(relay, account)));
      if (boots.gated()) {
        loop(process, new Loop("gate", GATE_MS, () -> relay.guard(account)));
      }
      loop(process, new Loop("watch", LOOP_MS, () -> relay.watch(account)));
      loop(
          process,
          new Loop("close", LOOP_MS, () -> asking(process, account, () -> relay.close(account))));
      loop(
          process,
          new Loop(
              "resolve",
              LOOP_MS,
              () -> asking(process, account, () -> boots.resolve(relay, account))));
    }
    CommandDoor door = boots.door();
    for (FifoQueue<String> queue : List.of(boots.wires().orders(), boots.wires().exits())) {
      CommandSource source = boots.source(queue, process);
      CommandStep step = new CommandStep(relay, source, door, log());
      Inlet inlet =
          new Inlet(
              queue, () -> poll(relay, process, source, step), poll -> running(process, poll));
      loop(process, new Loop("poll", LOOP_MS, inlet::poll));
    }
  }

  private RelayLog log() {
    return new RelayLog() {
      @Override
      public void say(String what, String details) {
        stage.story().tell(name, what + ": " + details);
      }

      @Override
      public void alarm(String what, String details) {
        stage.story().tell(name, "alarm: " + what + ": " + details);
      }
    };
  }

  /** Whether it takes messages at all. */
  private boolean poll(Relay relay, SimProcess process, CommandSource source, CommandStep step) {
    if (!relay.serves()) {
      return false;
    }
    try {
      for (CommandSource.Delivery delivery : source.receive(Duration.ZERO)) {
        Errand errand = new Errand(relay, step, delivery, time.now());
        time.task(1, () -> running(process, () -> carry(process, errand)));
      }
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException("nothing waits in virtual time", e);
    }
  }

  /**
   * As a running relay's lane: what cannot be done yet is held for a while, and then given back.
   */
  private void carry(SimProcess process, Errand errand) {
    StepOutcome outcome = errand.step().outcome(errand.delivery());
    if (outcome instanceof StepOutcome.Later later
        && time.now() + later.pause().toMillis() < errand.since() + HOLD_MS) {
      time.task(later.pause().toMillis(), () -> running(process, () -> carry(process, errand)));
      return;
    }
    errand.step().settle(errand.delivery(), outcome);
    errand
        .step()
        .exitOf(errand.delivery())
        .ifPresent(account -> asking(process, account, () -> errand.relay().close(account)));
  }

  /** One thread of a real relay would wait here for another's questions to the broker. */
  private void asking(SimProcess process, AccountId account, Runnable step) {
    if (process.asking().add(account)) {
      try {
        step.run();
      } finally {
        process.asking().remove(account);
      }
    } else {
      time.task(TURN_MS, () -> running(process, () -> asking(process, account, step)));
    }
  }

  /** As a running relay's loop: a step that throws is told of and tried again the next time. */
  private void loop(SimProcess process, Loop loop) {
    long start = time.now();
    if (process.standsStillMs() > 0) {
      time.task(process.standsStillMs(), () -> loop(process, loop));
      return;
    }
    running(process, loop.step());
    if (process.alive()) {
      long next = Math.max(start + loop.periodMs() - time.now(), LEAST_REST_MS);
      time.task(next, () -> loop(process, loop));
    }
  }

  private void running(SimProcess process, Runnable step) {
    if (!process.alive()) {
      return;
    }
    if (process.standsStillMs() > 0) {
      time.task(process.standsStillMs(), () -> running(process, step));
      return;
    }
    alive(process, step);
  }

  private void alive(SimProcess process, Runnable step) {
    try {
      step.run();
    } catch (Crash crash) {
      died(process);
    } catch (StoreTrouble | JournalBroken trouble) {
      stage.story().tell(name, "fails a step: " + trouble.getMessage());
    }
  }

  /** Told by every thread that the death finds at work, and obeyed once. */
  private void died(SimProcess process) {
    process.kill();
    if (!process.buried()) {
      stage.story().tell(name, "dies");
      if (stage.faults().percent(50) && stage.faults().often(Fault.POWER_LOSS)) {
        disk.loseTail();
      }
      long away = stage.faults().between(100, process.restarted() ? 400 : 15_000);
      stage.faults().trouble(away + LOOP_MS);
      time.task(away, this::boot);
    }
  }
}
