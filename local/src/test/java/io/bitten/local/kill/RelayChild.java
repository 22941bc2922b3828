package io.bitten.local.kill;

import io.bitten.adapters.dynamodb.DynamoStores;
import io.bitten.adapters.farm.FarmSettings;
import io.bitten.adapters.farm.HttpFarm;
import io.bitten.adapters.sign.CommandVerifier;
import io.bitten.adapters.sqs.SqsReports;
import io.bitten.core.account.AccountId;
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
import io.bitten.relay.wiring.SignedDoor;
import io.bitten.relay.wiring.SqsCommands;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A whole relay as a process of its own, to be killed: the real parts around a shifted clock. */
final class RelayChild {
  /** A killed process's message comes again after this, and its account waits for it. */
  private static final int HIDDEN_SECONDS = 5;

  private RelayChild() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    System.setProperty("http.maxConnections", "64");
    Scenery scenery = Scenery.of(arguments);
    InstantSource time = scenery.time();
    List<RelayLine> lines =
        scenery.accounts().stream()
            .map(id -> new RelayLine(id, route(id, scenery), RelayCaps.none()))
            .toList();
    RelayCloud cloud =
        new RelayCloud(
            commands(scenery, "orders"),
            commands(scenery, "exits"),
            new SignedDoor(
                new CommandVerifier(scenery.publicKey(), Set.copyOf(scenery.accounts()), time)));
    Relay relay = new Relay(settings(), ports(scenery), lines, UUID.randomUUID().toString());
    RelayApp.start(relay, cloud, log()).await();
  }

  private static RelayPorts ports(Scenery scenery) throws IOException {
    DynamoStores stores = scenery.stores();
    return new RelayPorts(
        stores.orders(),
        stores.halts(),
        stores.leases(),
        stores.closeWishes(),
        stores.orphans(),
        new SqsReports(scenery.sqs(), scenery.queue("reports")),
        scenery.time(),
        System::nanoTime,
        Journal.open(FileDisk.in(Path.of(scenery.journal()))));
  }

  private static RelaySettings settings() {
    return new RelaySettings(
        "child",
        "main",
        Duration.ofSeconds(10),
        Duration.ofSeconds(4),
        Duration.ofSeconds(3),
        Duration.ofSeconds(5));
  }

  private static HttpFarm route(AccountId account, Scenery scenery) {
    return new HttpFarm(
        account,
        FarmSettings.of(scenery.farm(), KillTest.TOKEN, Scenery.broker(account)),
        scenery.time());
  }

  private static SqsCommands commands(Scenery scenery, String name) {
    return new SqsCommands(scenery.sqs(), scenery.queue(name), 1, HIDDEN_SECONDS);
  }

  private static RelayLog log() {
    return new RelayLog() {
      @Override
      public void say(String what, String details) {
        System.out.println(what + ": " + details);
      }

      @Override
      public void alarm(String what, String details) {
        System.out.println("ALARM " + what + ": " + details);
      }
    };
  }
}
