package io.bitten.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The relay's own code: command to the farm's bytes with its fsync, and its recovery. */
@Command(
    name = "relay",
    mixinStandardHelpOptions = true,
    description = {
      "Time from a command in the queue to its bytes at the farm, and of a restart.",
      "The first has fsync in it, goal p99 <= 5 ms; the second ends with a diff of",
      "1,000 open positions, goal <= 3 s. The queue has no latency of its own, and",
      "orders are stored in memory: both belong to the cloud. Each measured entry comes",
      "after a rest of 20 ms, so that what the one before still tells is not in it."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  bitten bench relay", "  bitten bench relay --entries 3000 --json"})
final class RelayBench implements Callable<Integer> {
  private static final int MOST = 10_000;
  private static final int POSITIONS = 1_000;
  private static final int MOST_RESTARTS = 50;

  @Spec private CommandSpec spec;
  @Mixin private Results results;

  @Option(names = "--entries", defaultValue = "1000", description = "Entries measured, 10..10000.")
  private int entries;

  @Option(
      names = "--warm-up",
      defaultValue = "6000",
      description = "Entries before, not measured, 0..10000 (${DEFAULT-VALUE}).")
  private int warmUp;

  @Option(
      names = "--restarts",
      defaultValue = "7",
      description = "Restarts measured, 1..50 (${DEFAULT-VALUE}).")
  private int restarts;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (entries < 10 || entries > MOST) {
      throw new ParameterException(spec.commandLine(), "--entries must be 10..10000: " + entries);
    }
    if (warmUp < 0 || warmUp > MOST) {
      throw new ParameterException(spec.commandLine(), "--warm-up must be 0..10000: " + warmUp);
    }
    if (restarts < 1 || restarts > MOST_RESTARTS) {
      throw new ParameterException(spec.commandLine(), "--restarts must be 1..50: " + restarts);
    }
    Path folder = Files.createTempDirectory("bitten-bench");
    List<RelayLaps.Entry> laps = RelayLaps.entries(folder.resolve("entries"), warmUp, entries);
    List<Double> recoveries = new ArrayList<>();
    for (int i = 0; i < restarts; i++) {
      recoveries.add(RelayLaps.recovery(folder.resolve("recovery-" + i), POSITIONS));
    }
    print(laps, Spread.of(recoveries, ms -> ms));
    return 0;
  }

  private void print(List<RelayLaps.Entry> laps, Spread recoveries) throws IOException {
    Spread whole = Spread.of(laps, RelayLaps.Entry::whole);
    Spread disk = Spread.of(laps, RelayLaps.Entry::disk);
    Spread own = Spread.of(laps, RelayLaps.Entry::own);
    PrintWriter out = spec.commandLine().getOut();
    String kept =
        results.keep(
            "relay",
            "\"entries\":%d,%s,%s,%s,\"positions\":%d,%s"
                .formatted(
                    entries,
                    whole.members(""),
                    disk.members("disk"),
                    own.members("own"),
                    POSITIONS,
                    recoveries.members("recovery")));
    if (json) {
      out.println(kept);
    } else {
      out.printf(
          "%d entries after %d to warm up, %d restarts; %s%n",
          entries, warmUp, restarts, Machine.here());
      Spread.heading(out, "ms");
      whole.row(out, "command to the farm's bytes");
      disk.row(out, "  of it the disk: write and flush");
      own.row(out, "  of it all else");
      recoveries.row(out, "restart to a diff of " + POSITIONS + " positions");
    }
    out.flush();
  }
}
