package io.bitten.bench;

import io.bitten.core.market.Symbol;
import io.bitten.core.risk.Sessions;
import io.bitten.local.Root;
import io.bitten.local.engine.Store;
import io.bitten.local.platform.LocalMarket;
import io.bitten.local.platform.Platform;
import io.bitten.local.platform.PlatformPlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** From the press of an emergency stop to the last order that passes. */
@Command(
    name = "halt",
    mixinStandardHelpOptions = true,
    description = {
      "Time from the press of /emergency_stop to the last order that passes, with confirmations",
      "under way: in the cloud part, goal p99 <= 1 s, and at the relay, goal <= 2 s. The whole",
      "local platform, warm. A row is 0 when nothing passed after the press."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  bitten bench halt", "  bitten bench halt --halts 100 --json"})
final class HaltBench implements Callable<Integer> {
  private static final int MOST = 500;
  private static final int WARM_UP = 10;
  private static final int MOST_HOURS = 100;
  private static final List<Symbol> PAIRS = List.of(new Symbol("EURUSD"), new Symbol("GBPUSD"));

  @Spec private CommandSpec spec;

  @Option(names = "--halts", defaultValue = "40", description = "Presses measured, 5..500.")
  private int halts;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (halts < 5 || halts > MOST) {
      throw new ParameterException(spec.commandLine(), "--halts must be 5..500: " + halts);
    }
    PrintWriter err = spec.commandLine().getErr();
    Path folder = Files.createTempDirectory("bitten-bench");
    PlatformPlan plan =
        new PlatformPlan(
            Root.folder(),
            folder,
            LocalMarket.of("generated"),
            1,
            Duration.ofMinutes(10),
            new Store.OnDisk(folder),
            0,
            Map.of(),
            err::println);
    List<HaltLaps.Lap> laps = new ArrayList<>();
    try (Platform platform = Platform.start(plan)) {
      toBusiness(platform);
      try (HaltLaps way = new HaltLaps(platform, PAIRS)) {
        for (int i = 0; i < WARM_UP + halts; i++) {
          HaltLaps.Lap lap = way.lap();
          if (i >= WARM_UP) {
            laps.add(lap);
          }
          toBusiness(platform);
        }
      }
    }
    print(laps);
    return 0;
  }

  /** Plays on to an hour in which trades may be opened. */
  private static void toBusiness(Platform platform) {
    for (int i = 0; i < MOST_HOURS && Sessions.at(platform.time().instant()).isEmpty(); i++) {
      platform.replay().advance(Duration.ofHours(1));
    }
  }

  private void print(List<HaltLaps.Lap> laps) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    double[] placed = sorted(laps, HaltLaps.Lap::placedMs);
    double[] arrived = sorted(laps, HaltLaps.Lap::arrivedMs);
    int passed = laps.stream().mapToInt(HaltLaps.Lap::passed).sum();
    int taps = laps.size() * HaltLaps.TAPS_A_PAIR * PAIRS.size();
    String machine =
        "%d processors, Java %s, %s"
            .formatted(
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                System.getProperty("os.arch"));
    if (json) {
      out.printf(
          Locale.ROOT,
          "{\"halts\":%d,\"taps\":%d,\"passed\":%d,%s,%s,\"machine\":\"%s\",\"commit\":\"%s\"}%n",
          laps.size(),
          taps,
          passed,
          fields("cloud", placed),
          fields("relay", arrived),
          machine,
          RelayBench.commit());
    } else {
      out.printf(
          "%d halts, %d of %d confirmations around them passed; %s, commit %s%n",
          laps.size(), passed, taps, machine, RelayBench.commit());
      out.printf("%-44s %8s %8s %8s %8s%n", "ms after the press", "p50", "p90", "p99", "max");
      row(out, "halt stored and told", sorted(laps, HaltLaps.Lap::storedMs));
      row(out, "last order the fire desk let pass", placed);
      row(out, "last entry at the farm", arrived);
      row(out, "relay's receipt booked", sorted(laps, HaltLaps.Lap::seenMs));
    }
    out.flush();
  }

  private static String fields(String name, double[] sorted) {
    return "\"%1$s_p50_ms\":%2$.1f,\"%1$s_p99_ms\":%3$.1f,\"%1$s_max_ms\":%4$.1f"
        .formatted(name, at(sorted, 50), at(sorted, 99), sorted[sorted.length - 1]);
  }

  private static void row(PrintWriter out, String name, double[] sorted) {
    out.printf(
        Locale.ROOT,
        "%-44s %8.1f %8.1f %8.1f %8.1f%n",
        name,
        at(sorted, 50),
        at(sorted, 90),
        at(sorted, 99),
        sorted[sorted.length - 1]);
  }

  private static double[] sorted(List<HaltLaps.Lap> laps, ToDoubleFunction<HaltLaps.Lap> part) {
    return laps.stream().mapToDouble(part).sorted().toArray();
  }

  private static double at(double[] sorted, int percent) {
    return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
  }
}
