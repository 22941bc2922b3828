package io.bitten.relay.cli;

import io.bitten.adapters.config.BadConfig;
import io.bitten.relay.wiring.BadFile;
import io.bitten.relay.wiring.ConfigText;
import io.bitten.relay.wiring.RelayFile;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --config}, with the sentences for a file that cannot be used. */
final class ConfigOption {
  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "the configuration; relay.example.yml is a commented one")
  private Path file;

  /** The configuration, or empty after having said what is wrong with it. */
  Optional<RelayFile> read() {
    try {
      return Optional.of(RelayFile.read(file, ConfigText.of(file, "relay.example.yml")));
    } catch (BadFile | BadConfig e) {
      System.err.println("relay: " + e.getMessage());
    }
    return Optional.empty();
  }
}
