package io.bitten.local.platform;

import io.bitten.adapters.bridge.BridgeSettings;
import io.bitten.adapters.bridge.Bridges;
import io.bitten.adapters.bridge.ClassicBridge;
import io.bitten.adapters.farm.FarmSettings;
import io.bitten.adapters.farm.HttpFarm;
import io.bitten.adapters.sign.CommandVerifier;
import io.bitten.adapters.sqs.SqsReports;
import io.bitten.core.World;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.DemoAccount;
import io.bitten.core.relay.Route;
import io.bitten.functions.Clients;
import io.bitten.functions.Settings;
import io.bitten.local.engine.Doorbells;
import io.bitten.relay.CommandSource;
import io.bitten.relay.Relay;
import io.bitten.relay.RelayApp;
import io.bitten.relay.RelayCaps;
import io.bitten.relay.RelayCloud;
import io.bitten.relay.RelayLine;
import io.bitten.relay.RelayLog;
import io.bitten.relay.RelayPorts;
import io.bitten.relay.RelaySettings;
import io.bitten.relay.journal.FileDisk;
import io.bitten.relay.journal.Journal;
import io.bitten.relay.journal.PatientDisk;
import io.bitten.relay.wiring.SignedDoor;
import io.bitten.relay.wiring.SqsCommands;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The relay of the local platform: the same agent as on an MT5 machine, in this JVM. */
final class LocalRelay implements AutoCloseable {
  private final RelayApp app;
  private final Journal journal;

  private LocalRelay(RelayApp app, Journal journal) {
    this.app = app;
    this.journal = journal;
  }

  /** What a relay of this JVM works with. */
  record Around(Settings settings, Clients clients, World world, Doorbells bells) {
    private CommandSource commands(String queue) {
      String url = settings.required(queue);
      return new RungCommands(new SqsCommands(clients.sqs(), url, 0), url, bells);
    }
  }

  static LocalRelay start(Around around, PlatformPlan plan) throws IOException {
    Settings settings = around.settings();
    World world = around.world();
    Journal journal =
        Journal.open(
            new PatientDisk(FileDisk.in(plan.data().resolve("relay")), PatientDisk.LONGEST));
    RelayPorts ports =
        new RelayPorts(
            world.orders(),
            world.halts(),
            world.leases(),
            world.closeWishes(),
            world.orphans(),
            new SqsReports(around.clients().sqs(), settings.required("QUEUE_REPORTS_URL")),
            world.time(),
            System::nanoTime,
            journal);
    List<RelayLine> lines =
        settings.chat().demoPool().accounts().stream()
            .map(account -> line(settings, account, world.time()))
            .toList();
    Relay relay = new Relay(RelaySettings.named("local"), ports, lines, world.nonces().next());
    CommandVerifier verifier =
        new CommandVerifier(
            settings.required("COMMAND_PUBLIC_KEY"),
            lines.stream().map(RelayLine::account).collect(Collectors.toSet()),
            world.time());
    RelayCloud cloud =
        new RelayCloud(
            around.commands("QUEUE_ORDERS_URL"),
            around.commands("QUEUE_EXITS_URL"),
            new SignedDoor(verifier));
    return new LocalRelay(RelayApp.start(relay, cloud, new Alarms(plan.errors())), journal);
  }

  private static RelayLine line(Settings settings, DemoAccount account, InstantSource time) {
    AccountId id = account.id();
    return new RelayLine(id, route(settings, account, time), RelayCaps.none());
  }

  private static Route route(Settings settings, DemoAccount account, InstantSource time) {
    AccountId id = account.id();
    String files = settings.text("MT5_FILES");
    if (!files.isEmpty()) {
      return Bridges.of(
          id,
          BridgeSettings.found(Path.of(files), account.currency()),
          new ClassicBridge.Around(
              time, System::nanoTime, pause -> LockSupport.parkNanos(pause.toNanos())));
    }
    FarmSettings farm =
        FarmSettings.of(
            settings.address("MT5_FARM_URL"),
            settings.required("MT5_FARM_TOKEN"),
            account.broker());
    return new HttpFarm(id, farm, time);
  }

  /** Only what a person should look at. */
  private record Alarms(Consumer<String> errors) implements RelayLog {
    @Override
    public void say(String what, String details) {
      // What went well is seen in the chat and in the data.
    }

    @Override
    public void alarm(String what, String details) {
      errors.accept("relay: " + what + ": " + details);
    }
  }

  @Override
  public void close() {
    app.close();
    journal.close();
  }
}
