package io.bitten.bench;

import io.bitten.local.Root;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The relay's own code: command to the farm's bytes with its fsync, and its recovery. */
@Command(
    name = "relay",
    mixinStandardHelpOptions = true,
    description = {
      "Time from a command in the queue to its bytes at the farm, fsync included, goal p99 <= 5"
          + " ms;",
      "and from a restart to a diff of 1,000 open positions, goal <= 3 s. The queue has no latency",
      "of its own, and orders are stored in memory: both belong to the cloud."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  bitten bench relay", "  bitten bench relay --entries 1000 --json"})
final class RelayBench implements Callable<Integer> {
  private static final int MOST = 10_000;
  private static final int WARM_UP = 200;
  private static final int POSITIONS = 1_000;
  private static final int RECOVERIES = 7;

  @Spec private CommandSpec spec;

  @Option(names = "--entries", defaultValue = "500", description = "Entries measured, 10..10000.")
  private int entries;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (entries < 10 || entries > MOST) {
      throw new ParameterException(spec.commandLine(), "--entries must be 10..10000: " + entries);
    }
    Path folder = Files.createTempDirectory("bitten-bench");
    double[] laps = RelayLaps.entries(folder.resolve("entries"), WARM_UP, entries);
    double[] recoveries = new double[RECOVERIES];
    for (int i = 0; i < RECOVERIES; i++) {
      recoveries[i] = RelayLaps.recovery(folder.resolve("recovery-" + i), POSITIONS);
    }
    Arrays.sort(laps);
    Arrays.sort(recoveries);
    print(laps, recoveries);
    return 0;
  }

  private void print(double[] laps, double[] recoveries) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    String machine =
        "%d processors, Java %s, %s"
            .formatted(
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                System.getProperty("os.arch"));
    String form =
        json
            ? "{\"entries\":%d,\"p50_ms\":%.2f,\"p90_ms\":%.2f,\"p99_ms\":%.2f,\"max_ms\":%.2f,"
                + "\"positions\":%d,\"recovery_min_ms\":%.0f,\"recovery_median_ms\":%.0f,"
                + "\"recovery_max_ms\":%.0f,\"machine\":\"%s\",\"commit\":\"%s\"}%n"
            : "command to the farm's bytes, %d entries, ms: p50 %.2f, p90 %.2f, p99 %.2f,"
                + " max %.2f%nrestart to a diff of %d positions, ms: min %.0f, median %.0f,"
                + " max %.0f%n%s, commit %s%n";
    out.printf(
        Locale.ROOT,
        form,
        laps.length,
        at(laps, 50),
        at(laps, 90),
        at(laps, 99),
        laps[laps.length - 1],
        POSITIONS,
        recoveries[0],
        at(recoveries, 50),
        recoveries[recoveries.length - 1],
        machine,
        commit());
    out.flush();
  }

  /** The checkout's commit; {@code unknown} outside of one. */
  static String commit() throws IOException {
    Process git =
        new ProcessBuilder("git", "rev-parse", "--short", "HEAD")
            .directory(Root.folder().toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return said.matches("[0-9a-f]{4,40}") ? said : "unknown";
  }

  private static double at(double[] sorted, int percent) {
    return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
  }
}
