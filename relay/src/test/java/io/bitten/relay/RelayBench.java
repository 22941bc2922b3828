package io.bitten.relay;

import io.bitten.core.Some;
import io.bitten.core.Versioned;
import io.bitten.core.fill.Report;
import io.bitten.core.fill.Reports;
import io.bitten.core.halt.Halts;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.core.order.CloseWishes;
import io.bitten.core.order.CommandHeader;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.HaltEpochs;
import io.bitten.core.order.Order;
import io.bitten.core.order.Orders;
import io.bitten.core.order.Orphans;
import io.bitten.core.order.RelayCommand;
import io.bitten.core.relay.Leases;
import io.bitten.core.relay.Route;
import io.bitten.relay.journal.FileDisk;
import io.bitten.relay.journal.Journal;
import io.bitten.relay.journal.JournalDisk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;

/** A relay on memory ports with one account, one order of it, and a journal in a folder. */
final class RelayBench implements AutoCloseable {
  private static final RelaySettings SETTINGS = RelaySettings.named("relay-1");

  final ManualTime time = new ManualTime(Some.NOW);
  final LongSupplier ticker = () -> Duration.between(Some.NOW, time.instant()).toNanos();
  final MemoryWorld world = MemoryWorld.on(time);
  final MemoryTerminal terminal = new MemoryTerminal(time);
  Orders orders = world.orders();
  CloseWishes wishes = world.closeWishes();
  private final Path folder;
  private int boots;
  private Journal journal;
  private JournalDisk disk;

  RelayBench(Path folder) {
    this.folder = folder;
    world.orders().place(Some.order(), Versioned.fresh(Some.riskBook()));
  }

  Relay boot() {
    return boot(Crashes.never());
  }

  Relay boot(Crashes crashes) {
    return boot(crashes, RelayCaps.none());
  }

  /** A new process on the same disk and the same ports. */
  Relay boot(Crashes crashes, RelayCaps caps) {
    return boot(crashes, caps, disk());
  }

  Relay boot(Crashes crashes, RelayCaps caps, JournalDisk fresh) {
    close();
    RelayLine line = new RelayLine(Some.ACCOUNT, crashes.around(Route.class, terminal), caps);
    return new Relay(SETTINGS, ports(crashes, fresh), List.of(line), "boot-" + ++boots);
  }

  /** A new process that reads halts elsewhere. */
  Relay bootWithHalts(Halts halts) {
    return boot(halts, world.reports());
  }

  /** A new process that reports elsewhere. */
  Relay bootWithReports(Reports reports) {
    return boot(world.halts(), reports);
  }

  private Relay boot(Halts halts, Reports reports) {
    close();
    RelayPorts real = ports(Crashes.never(), disk());
    RelayPorts ports =
        new RelayPorts(
            real.orders(),
            halts,
            real.leases(),
            real.wishes(),
            real.orphans(),
            reports,
            time,
            ticker,
            journal);
    RelayLine line = new RelayLine(Some.ACCOUNT, terminal, RelayCaps.none());
    return new Relay(SETTINGS, ports, List.of(line), "boot-" + ++boots);
  }

  /** A new process whose account is reached by another route. */
  Relay boot(Route route) {
    close();
    RelayLine line = new RelayLine(Some.ACCOUNT, route, RelayCaps.none());
    return new Relay(SETTINGS, ports(Crashes.never(), disk()), List.of(line), "boot-" + ++boots);
  }

  /** The side effects of a process, with a journal on this disk. */
  private RelayPorts ports(Crashes crashes, JournalDisk fresh) {
    disk = fresh;
    journal = Journal.open(crashes.around(JournalDisk.class, fresh));
    return new RelayPorts(
        crashes.around(Orders.class, orders),
        crashes.around(Halts.class, world.halts()),
        crashes.around(Leases.class, world.leases()),
        crashes.around(CloseWishes.class, wishes),
        crashes.around(Orphans.class, world.orphans()),
        crashes.around(Reports.class, world.reports()),
        time,
        ticker,
        journal);
  }

  /** Another relay of the same group, at the same terminal and with a journal of its own. */
  Relay beside(String name, Leases leases, JournalDisk own) {
    RelayPorts ports =
        new RelayPorts(
            world.orders(),
            world.halts(),
            leases,
            world.closeWishes(),
            world.orphans(),
            world.reports(),
            time,
            ticker,
            Journal.open(own));
    RelayLine line = new RelayLine(Some.ACCOUNT, terminal, RelayCaps.none());
    return new Relay(RelaySettings.named(name), ports, List.of(line), name + "-boot");
  }

  JournalDisk disk() {
    return disk(folder);
  }

  static JournalDisk disk(Path folder) {
    try {
      return FileDisk.in(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Journal journal() {
    return journal;
  }

  Order order() {
    return world.orders().find(Some.ORDER).orElseThrow().value();
  }

  String state() {
    return order().state().label();
  }

  /** Gives the order, which lives for eight seconds, a new deadline from now on. */
  void freshDeadline() {
    Versioned<Order> stored = world.orders().find(Some.ORDER).orElseThrow();
    Order old = stored.value();
    world
        .orders()
        .save(
            stored.with(
                new Order(
                    old.id(),
                    old.number(),
                    old.magic(),
                    old.user(),
                    old.account(),
                    old.origin(),
                    old.terms(),
                    old.state(),
                    old.haltEpochs(),
                    old.createdAt(),
                    time.instant().plusSeconds(8),
                    old.correlation())));
  }

  /** One second of the relay's life. */
  void second(Relay relay) {
    time.advance(Duration.ofSeconds(1));
    relay.refreshHalts();
    relay.look(Some.ACCOUNT);
    relay.tend(Some.ACCOUNT);
    relay.resolve(Some.ACCOUNT);
    relay.tell();
  }

  void seconds(Relay relay, int count) {
    for (int i = 0; i < count; i++) {
      second(relay);
    }
  }

  String told() {
    return allTold().stream().reduce("nothing", (first, second) -> second);
  }

  /** Every state that the cloud was told, in order. */
  List<String> allTold() {
    return world.reports().sent().stream()
        .filter(report -> report instanceof Report.OrderMoved)
        .map(report -> ((Report.OrderMoved) report).state())
        .toList();
  }

  static RelayCommand.Open open() {
    return new RelayCommand.Open(header(), Some.ORDER, Some.magic(), Some.terms());
  }

  RelayCommand.Close closeCommand() {
    return new RelayCommand.Close(
        header(),
        Some.ORDER,
        Holding.of(order().state()).orElseThrow().ticket(),
        ExitReason.TRADER);
  }

  static CommandHeader header() {
    return header(Some.NOW);
  }

  static CommandHeader header(Instant issuedAt) {
    return new CommandHeader(
        "cmd-1",
        Some.ACCOUNT,
        new HaltEpochs(0, 0, 0),
        issuedAt,
        issuedAt.plusSeconds(600),
        Some.correlation());
  }

  /** Lets the file go, as the end of a process does. */
  @Override
  public void close() {
    if (disk != null) {
      try {
        disk.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
