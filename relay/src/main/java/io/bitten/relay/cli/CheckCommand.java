package io.bitten.relay.cli;

import io.bitten.core.relay.Look;
import io.bitten.core.relay.RouteHealth;
import io.bitten.relay.RelayLine;
import io.bitten.relay.wiring.BadFile;
import io.bitten.relay.wiring.Cloud;
import io.bitten.relay.wiring.OneProcess;
import io.bitten.relay.wiring.RelayFile;
import io.bitten.relay.wiring.Routes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code relay check}: reads the configuration and tries every connection, without trading. */
@Command(
    name = "check",
    description = "Says what is wrong with the configuration, and tries every connection.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Nothing is traded and no message is taken. Exit code 0 when all is well, 1 when",
      "a connection is not, 2 when a file of the configuration is not.",
      "",
      "Example:",
      "  relay check --config relay.yml"
    })
public final class CheckCommand implements Callable<Integer> {
  private static final int LONGEST = 300;
  private static final int PROBE_BYTES = 64 * 1024;

  @Mixin private ConfigOption config;
  private boolean bad;

  /** Made by picocli. */
  public CheckCommand() {}

  @Override
  public Integer call() {
    Optional<RelayFile> read = config.read();
    if (read.isEmpty()) {
      return 2;
    }
    RelayFile file = read.get();
    List<RelayLine> lines;
    try (Cloud cloud = new Cloud(file, InstantSource.system())) {
      cloud.commands();
      lines = new Routes(file, System.getenv(), InstantSource.system()).lines();
    } catch (BadFile e) {
      System.err.println("relay: " + e.getMessage());
      return 2;
    }
    int accounts = file.accounts().size();
    System.out.println(
        "ok   the file names " + accounts + (accounts == 1 ? " account" : " accounts"));
    journal(file);
    token(file);
    routes(lines);
    cloud(file);
    return bad ? 1 : 0;
  }

  private void journal(RelayFile file) {
    try (OneProcess _ = OneProcess.in(file.journal())) {
      written(file.journal());
      System.out.println("ok   the journal's folder can be written");
    } catch (OneProcess.Taken e) {
      System.out.println("note journal: " + e.getMessage());
    } catch (IOException e) {
      bad("journal: " + Sentences.of(e));
    }
  }

  /** As much as a journal grows by in a while: a full disk still takes an empty file. */
  private static void written(Path folder) throws IOException {
    Path probe = Files.createTempFile(folder, "check", ".tmp");
    try {
      Files.write(probe, new byte[PROBE_BYTES]);
    } finally {
      Files.delete(probe);
    }
  }

  private static void token(RelayFile file) {
    if (!System.getenv().containsKey(file.farm().tokenEnv())) {
      System.out.println(
          "note farm: " + file.farm().tokenEnv() + " is not set, so no token is sent");
    }
  }

  private void routes(List<RelayLine> lines) {
    for (RelayLine line : lines) {
      switch (line.route().health()) {
        case RouteHealth.Up up -> System.out.println("ok   " + line.account() + ": " + up.detail());
        case RouteHealth.Down down -> bad(line.account() + ": " + down.why());
      }
      switch (line.route().look()) {
        case Look.Complete look ->
            System.out.println(
                "ok   %s: %s, %d positions, %d pairs"
                    .formatted(
                        line.account(),
                        look.snapshot().balance().shown(),
                        look.snapshot().positions().size(),
                        look.snapshot().specs().size()));
        case Look.Incomplete incomplete -> bad(line.account() + ": " + incomplete.why());
      }
    }
  }

  private void cloud(RelayFile file) {
    try (Cloud cloud = new Cloud(file, InstantSource.system())) {
      cloud.probe();
      System.out.println("ok   the queues and tables answer");
    } catch (RuntimeException e) {
      bad("cloud: " + Sentences.ofCloud(e));
    }
  }

  private void bad(String sentence) {
    bad = true;
    String shown = sentence.lines().findFirst().orElse("");
    System.out.println(
        "BAD  " + (shown.length() > LONGEST ? shown.substring(0, LONGEST) + "..." : shown));
  }
}
