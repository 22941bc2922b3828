package io.bitten.relay.cli;

import io.bitten.adapters.json.BadJson;
import io.bitten.relay.Relay;
import io.bitten.relay.RelayApp;
import io.bitten.relay.RelayCloud;
import io.bitten.relay.RelayLine;
import io.bitten.relay.RelaySettings;
import io.bitten.relay.journal.FileDisk;
import io.bitten.relay.journal.Journal;
import io.bitten.relay.journal.JournalBroken;
import io.bitten.relay.journal.PatientDisk;
import io.bitten.relay.wiring.BadFile;
import io.bitten.relay.wiring.Cloud;
import io.bitten.relay.wiring.JsonLog;
import io.bitten.relay.wiring.OneProcess;
import io.bitten.relay.wiring.RelayFile;
import io.bitten.relay.wiring.Routes;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code relay run}: works until it is stopped. */
@Command(
    name = "run",
    description = "Takes orders and trades them until it is stopped (Ctrl-C, or a service stop).",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exit code 0 when it was stopped, 1 when it could not go on, 2 when a file of the",
      "configuration is not valid.",
      "",
      "Example:",
      "  relay run --config relay.yml"
    })
public final class RunCommand implements Callable<Integer> {
  private static final Duration STOPPING = Duration.ofSeconds(15);

  /** A farm may hang for its timeout; what it did then shows within this. */
  private static final Duration BEYOND_TIMEOUT = Duration.ofSeconds(60);

  @Mixin private ConfigOption config;

  /** Made by picocli. */
  public RunCommand() {}

  @Override
  public Integer call() {
    Optional<RelayFile> file = config.read();
    if (file.isEmpty()) {
      return 2;
    }
    try {
      return run(file.get());
    } catch (BadFile e) {
      System.err.println("relay: " + e.getMessage());
      return 2;
    } catch (IOException e) {
      System.err.println("relay: " + Sentences.of(e));
      return 1;
    } catch (JournalBroken | BadJson | IllegalArgumentException e) {
      System.err.println("relay: " + e.getMessage());
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private static int run(RelayFile file) throws IOException, InterruptedException {
    CountDownLatch over = new CountDownLatch(1);
    try {
      return run(file, over);
    } finally {
      // Only now may the machine end the process: the log's last lines are written.
      over.countDown();
    }
  }

  private static int run(RelayFile file, CountDownLatch over)
      throws IOException, InterruptedException {
    InstantSource time = InstantSource.system();
    List<RelayLine> lines = new Routes(file, System.getenv(), time).lines();
    try (OneProcess _ = OneProcess.in(file.journal());
        JsonLog log = JsonLog.open(file.logs(), file.name(), System.err);
        Cloud cloud = new Cloud(file, time);
        Journal journal =
            Journal.open(new PatientDisk(FileDisk.in(file.journal()), PatientDisk.LONGEST))) {
      if (journal.tornBytes() > 0) {
        log.alarm("journal", journal.tornBytes() + " bytes of a torn end were cut off");
      }
      Relay relay =
          new Relay(settings(file), cloud.ports(journal), lines, UUID.randomUUID().toString());
      RelayApp.Ended ended;
      RelayCloud commands = cloud.commands();
      try (RelayApp app = started(relay, commands, log)) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(app, over)));
        log.say("started", lines.size() + " accounts");
        if (!journal.sound()) {
          log.alarm("journal", "it cannot be written: exits go on, nothing is opened");
        }
        System.err.println(
            "relay: " + file.name() + " is running; logs in " + file.logs().folder());
        ended = app.await();
      } finally {
        log.say("stopped", file.name());
      }
      return switch (ended) {
        case STOPPED -> 0;
        case BROKEN -> 1;
      };
    }
  }

  /** The cloud may be away when the machine starts: nothing is taken before it has answered. */
  private static RelayApp started(Relay relay, RelayCloud cloud, JsonLog log)
      throws InterruptedException {
    while (true) {
      try {
        return RelayApp.start(relay, cloud, log);
      } catch (RuntimeException e) {
        log.alarm("the cloud does not answer yet", e.toString());
        Thread.sleep(Duration.ofSeconds(5));
      }
    }
  }

  private static void stop(RelayApp app, CountDownLatch over) {
    app.close();
    try {
      if (!over.await(STOPPING.toSeconds(), TimeUnit.SECONDS)) {
        System.err.println("relay: stopped before everything under way had ended");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static RelaySettings settings(RelayFile file) {
    RelaySettings usual = RelaySettings.named(file.name());
    return new RelaySettings(
        usual.name(),
        file.group(),
        usual.haltProofAge(),
        usual.attemptLives(),
        file.farm().timeout().plus(BEYOND_TIMEOUT),
        usual.repairLives());
  }
}
