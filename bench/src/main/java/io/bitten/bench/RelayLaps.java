package io.bitten.bench;

import io.bitten.core.account.Ticket;
import io.bitten.core.market.Level;
import io.bitten.core.order.Fill;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderState;
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
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** The two measurements of {@link RelayBench}. */
final class RelayLaps {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int SHOWN = 20;

  private RelayLaps() {}

  /** Milliseconds from a command's arrival in a queue without latency to its entry at the farm. */
  static List<Double> entries(Path folder, int warmUp, int count) throws IOException {
    RelayRig rig = new RelayRig();
    BenchFarm farm = new BenchFarm(SHOWN);
    Commands orders = new Commands();
    try (LoopbackServer server = LoopbackServer.start(0, farm);
        Journal journal = Journal.open(FileDisk.in(folder));
        RelayApp _ =
            RelayApp.start(
                rig.relay(journal, server.uri()),
                new RelayCloud(orders, new Commands(), rig.door()),
                RelayLog.silent())) {
      List<Double> laps = new ArrayList<>();
      for (int i = 0; i < warmUp + count; i++) {
        double ms = lap(rig, farm, orders, rig.place(i));
        if (i >= warmUp) {
          laps.add(ms);
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
      leave(rig, farm, folder, positions);
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
        return ms;
      }
    }
  }

  /** What a process that died would leave: open positions, notes, one intent without a result. */
  private static void leave(RelayRig rig, BenchFarm farm, Path folder, int positions)
      throws IOException {
    try (Journal journal = Journal.open(FileDisk.in(folder))) {
      journal.append(new JournalFact.Epoch(journal.epoch() + 1, "before"));
      for (int i = 0; i < positions; i++) {
        Order order = rig.place(i);
        long ticket = farm.show(order.magic(), order.id().value());
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
    }
  }

  private static double lap(RelayRig rig, BenchFarm farm, Commands orders, Order order) {
    String text = rig.command(order);
    int before = orders.done.get();
    long start = System.nanoTime();
    orders.queue.add(new CommandSource.Delivery(text, text));
    long end = start + PATIENCE.toNanos();
    // One at a time: the next must not compete with this one's stop being looked after.
    while (orders.done.get() == before) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("an entry did not reach the farm");
      }
      LockSupport.parkNanos(100_000);
    }
    return (farm.arrival(order.magic()) - start) / 1e6;
  }

  /** A queue that hands over at once. */
  private static final class Commands implements CommandSource {
    private final AtomicInteger done = new AtomicInteger();
    private final BlockingQueue<Delivery> queue = new LinkedBlockingQueue<>();

    @Override
    public List<Delivery> receive(Duration longest) throws InterruptedException {
      Delivery next = queue.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
      return next == null ? List.of() : List.of(next);
    }

    @Override
    public void done(Delivery delivery) {
      done.incrementAndGet();
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
