package io.bitten.relay.cli;

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
      "a line is BAD, 2 when a file of the configuration cannot be used.",
      "",
      "Example:",
      "  relay check --config relay.yml"
    })
public final class CheckCommand implements Callable<Integer> {
  private static final int PROBE_BYTES = 64 * 1024;

  @Mixin private ConfigOption config;
  private final CheckLines lines = new CheckLines(System.out);

  /** Made by picocli. */
  public CheckCommand() {}

  @Override
  public Integer call() {
    Optional<RelayFile> read = config.read();
    if (read.isEmpty()) {
      return 2;
    }
    RelayFile file = read.get();
    List<RelayLine> accounts;
    try (Cloud cloud = new Cloud(file, InstantSource.system())) {
      cloud.commands();
      accounts = new Routes(file, System.getenv(), InstantSource.system()).lines();
    } catch (BadFile e) {
      System.err.println("relay: " + e.getMessage());
      return 2;
    }
    int count = accounts.size();
    lines.ok("the file names " + count + (count == 1 ? " account" : " accounts"));
    journal(file);
    token(file);
    accounts.forEach(account -> AccountCheck.of(account, lines));
    cloud(file);
    return lines.areBad() ? 1 : 0;
  }

  private void journal(RelayFile file) {
    try (OneProcess _ = OneProcess.in(file.journal())) {
      written(file.journal());
      lines.ok("the journal's folder can be written");
    } catch (OneProcess.Taken e) {
      lines.note("journal: " + e.getMessage());
    } catch (IOException e) {
      lines.bad("journal: " + Sentences.of(e));
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

  private void token(RelayFile file) {
    if (!System.getenv().containsKey(file.farm().tokenEnv())) {
      lines.note("farm: " + file.farm().tokenEnv() + " is not set, so no token is sent");
    }
  }

  private void cloud(RelayFile file) {
    try (Cloud cloud = new Cloud(file, InstantSource.system())) {
      cloud.probe();
      lines.ok("the queues and tables answer");
    } catch (RuntimeException e) {
      lines.bad("cloud: " + Sentences.ofCloud(e));
    }
  }
}
