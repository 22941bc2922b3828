package io.bitten.relay.cli;

import io.bitten.adapters.config.BadConfig;
import io.bitten.relay.wiring.RelayFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --config}, with the sentences for a file that cannot be used. */
final class ConfigOption {
  private static final long MAX_BYTES = 1 << 18;

  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "the configuration; relay.example.yml is a commented one")
  private Path file;

  /** The configuration, or empty after having said what is wrong with it. */
  Optional<RelayFile> read() {
    try {
      if (Files.size(file) > MAX_BYTES) {
        System.err.println("relay: " + file + " is too large for a configuration");
        return Optional.empty();
      }
      return Optional.of(RelayFile.read(file, Files.readString(file)));
    } catch (IOException e) {
      System.err.println("relay: cannot read " + file + ": " + e.getClass().getSimpleName());
    } catch (BadConfig e) {
      System.err.println("relay: " + e.getMessage());
    }
    return Optional.empty();
  }
}
