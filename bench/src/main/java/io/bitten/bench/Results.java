package io.bitten.bench;

import io.bitten.local.Root;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import picocli.CommandLine.Option;

/** What every benchmark measured, one JSON object a line, the newest last. */
final class Results {
  @Option(
      names = "--results",
      paramLabel = "DIR",
      description = "Where each run is kept as a line of NAME.jsonl (default: bench/results).")
  private Path folder = Root.folder().resolve("bench").resolve("results");

  /**
   * Keeps one run.
   *
   * @param members the figures, as members of a JSON object
   * @return the object that was kept
   * @throws IOException when the folder cannot be written
   */
  String keep(String benchmark, String members) throws IOException {
    String line =
        "{\"at\":\"%s\",%s,%s}".formatted(Instant.now(), members, Machine.here().members());
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve(benchmark + ".jsonl"),
        line + System.lineSeparator(),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    return line;
  }
}
