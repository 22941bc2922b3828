package io.bitten.bench;

import io.bitten.core.account.Ticket;
import io.bitten.core.market.Level;
import io.bitten.core.order.Attempt;
import io.bitten.core.order.Fill;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderId;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.Owner;
import io.bitten.core.order.RouteName;
import io.bitten.local.loopback.LoopbackServer;
import io.bitten.relay.CommandSource;
import io.bitten.relay.Reconciled;
import io.bitten.relay.Relay;
import io.bitten.relay.RelayApp;
import io.bitten.relay.RelayCloud;
import io.bitten.relay.RelayLog;
import io.bitten.relay.journal.FileDisk;
import io.bitten.relay.journal.Journal;
import io.bitten.relay.journal.JournalFact;
import io.bitten.relay.journal.PatientDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The two measurements of {@link RelayBench}. */
final class RelayLaps {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int SHOWN = 20;

  /** Before each entry: what the one before still has to tell is not measured. */
  private static final Duration REST = Duration.ofMillis(20);

  private RelayLaps() {}

  /**
   * One entry, milliseconds.
   *
   * @param whole from the command's arrival in a queue without latency to its bytes at the farm
   * @param disk how much of it the journal's disk took, its flush included
   */
  record Entry(double whole, double disk) {
    double own() {
      return whole - disk;
    }
  }

  /** One entry after the other. */
  static List<Entry> entries(Path folder, int warmUp, int count) throws IOException {
    RelayRig rig = new RelayRig();
    BenchFarm farm = new BenchFarm(SHOWN);
    Commands orders = new Commands();
    TimedDisk disk = new TimedDisk(FileDisk.in(folder));
    try (LoopbackServer server = LoopbackServer.start(0, farm);
        Journal journal = Journal.open(new PatientDisk(disk, PatientDisk.LONGEST));
        RelayApp _ =
            RelayApp.start(
                rig.relay(journal, server.uri()),
                new RelayCloud(orders, new Commands(), rig.door()),
                RelayLog.silent())) {
      List<Entry> laps = new ArrayList<>();
      for (int i = 0; i < warmUp + count; i++) {
        Order order = rig.place(i);
        if (i >= warmUp) {
          LockSupport.parkNanos(REST.toNanos());
        }
        disk.until(0);
        long start = orders.carry(rig.command(order));
        long arrival = farm.arrival(order.magic());
        if (i >= warmUp) {
          laps.add(new Entry((arrival - start) / 1e6, disk.until(arrival) / 1e6));
        }
      }
      return laps;
    }
  }

  /** Milliseconds from opening the journal to a diff of so many open positions. */
  static double recovery(Path folder, int positions) throws IOException {
    RelayRig rig = new RelayRig();
    BenchFarm farm = new BenchFarm(positions);
    try (LoopbackServer server = LoopbackServer.start(0, farm)) {
      OrderId doubtful = leave(rig, farm, folder, positions);
      long start = System.nanoTime();
      try (Journal journal = Journal.open(FileDisk.in(folder))) {
        Relay relay = rig.relay(journal, server.uri());
        relay.recover();
        List<Reconciled> diff = relay.reconcile(RelayRig.ACCOUNT);
        double ms = (System.nanoTime() - start) / 1e6;
        long matched = diff.stream().filter(one -> one.text().kind().equals("matched")).count();
        if (matched != positions) {
          throw new IllegalStateException(matched + " of " + positions + " positions matched");
        }
        if (!(rig.state(doubtful) instanceof OrderState.Unknown)) {
          throw new IllegalStateException("what was being sent is " + rig.state(doubtful));
        }
        return ms;
      }
    }
  }

  /**
   * What a process that died would leave: open positions, notes, one intent without a result.
   *
   * @return the order of that intent
   */
  private static OrderId leave(RelayRig rig, BenchFarm farm, Path folder, int positions)
      throws IOException {
    try (Journal journal = Journal.open(FileDisk.in(folder))) {
      journal.append(new JournalFact.Epoch(journal.epoch() + 1, "before"));
      for (int i = 0; i < positions; i++) {
        Order order = rig.place(i);
        long ticket = farm.open(order.magic(), order.id().value());
        Fill fill =
            new Fill(
                new Ticket(ticket),
                order.terms().shownPrice(),
                order.terms().lots(),
                Level.at(order.terms().stopLoss()),
                Instant.now());
        rig.move(order, new OrderState.Protected(fill, Instant.now()));
        journal.append(new JournalFact.Moving(order.id(), 2, "PROTECTED"));
      }
      Order doubtful = rig.place(positions);
      Instant deadline = doubtful.deadline();
      Owner before = new Owner(RelayRig.NAME, "before", journal.epoch());
      rig.move(
          doubtful, new OrderState.Submitting(new Attempt(1, RouteName.FARM, before, deadline)));
      journal.append(new JournalFact.Intent(doubtful.id(), 1, RouteName.FARM, deadline, "before"));
      return doubtful.id();
    }
  }

  /** A queue that hands over at once. */
  private static final class Commands implements CommandSource {
    private final Semaphore done = new Semaphore(0);
    private final BlockingQueue<Delivery> queue = new LinkedBlockingQueue<>();

    /**
     * Gives a command and waits until it is done with: the next must not compete with this one's
     * stop being looked after.
     *
     * @return when it was given, by the nanosecond clock
     */
    long carry(String text) {
      long start = System.nanoTime();
      queue.add(new Delivery(text, text));
      try {
        if (!done.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
          throw new IllegalStateException("an entry did not reach the farm");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while an entry was carried", e);
      }
      return start;
    }

    @Override
    public List<Delivery> receive(Duration longest) throws InterruptedException {
      Delivery next = queue.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
      return next == null ? List.of() : List.of(next);
    }

    @Override
    public void done(Delivery delivery) {
      done.release();
    }

    @Override
    public void later(Delivery delivery, Duration after) {
      queue.add(delivery);
    }

    @Override
    public void refuse(Delivery delivery) {
      throw new IllegalStateException("a command was refused");
    }
  }
}
