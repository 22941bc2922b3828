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
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** From a confirming tap to the farm's POST, through the whole warm local platform. */
@Command(
    name = "tap",
    mixinStandardHelpOptions = true,
    description =
        "Time from a confirming tap to the farm's POST; goal p50 <= 25 ms, p99 <= 100 ms.",
    footerHeading = "%nExamples:%n",
    footer = {"  bitten bench tap", "  bitten bench tap --taps 200 --json"})
final class TapBench implements Callable<Integer> {
  private static final int MOST = 1_000;
  private static final int MOST_HOURS = 100;
  private static final int MOST_REFUSED = 50;

  @Spec private CommandSpec spec;

  @Option(names = "--taps", defaultValue = "100", description = "Taps measured, 10..1000.")
  private int taps;

  @Option(
      names = "--warm-up",
      defaultValue = "150",
      description =
          "Taps before, not measured, 0..1000 (${DEFAULT-VALUE}): the compiler needs some.")
  private int warmUp;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (taps < 10 || taps > MOST) {
      throw new ParameterException(spec.commandLine(), "--taps must be 10..1000: " + taps);
    }
    if (warmUp < 0 || warmUp > MOST) {
      throw new ParameterException(spec.commandLine(), "--warm-up must be 0..1000: " + warmUp);
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
    try (Platform platform = Platform.start(plan)) {
      toBusiness(platform);
      print(laps(new Taps(platform, new Symbol("EURUSD")), err));
    }
    return 0;
  }

  /** Plays on to an hour in which trades may be opened. */
  private static void toBusiness(Platform platform) {
    for (int i = 0; i < MOST_HOURS && Sessions.at(platform.time().instant()).isEmpty(); i++) {
      platform.replay().advance(Duration.ofHours(1));
    }
  }

  private List<Taps.Lap> laps(Taps way, PrintWriter err) {
    way.prepare();
    List<Taps.Lap> laps = new ArrayList<>();
    int refused = 0;
    for (int done = 0; done < warmUp + taps; ) {
      Optional<Taps.Lap> lap = way.lap();
      if (lap.isEmpty() && ++refused > MOST_REFUSED) {
        throw new IllegalStateException(
            MOST_REFUSED + " taps were refused; is the machine loaded?");
      }
      if (lap.isPresent() && ++done > warmUp) {
        laps.add(lap.get());
      }
      if (lap.isPresent() && done % 25 == 0) {
        err.printf("%d of %d taps, %d refused%n", done, warmUp + taps, refused);
        err.flush();
      }
    }
    return laps;
  }

  private void print(List<Taps.Lap> laps) {
    PrintWriter out = spec.commandLine().getOut();
    String machine =
        "%d processors, Java %s, %s"
            .formatted(
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                System.getProperty("os.arch"));
    double[] whole = sorted(laps, Taps.Lap::wholeMs);
    double[] placed = sorted(laps, Taps.Lap::toPlacedMs);
    double[] relay = sorted(laps, lap -> lap.wholeMs() - lap.toPlacedMs());
    if (json) {
      out.printf(
          Locale.ROOT,
          "{\"taps\":%d,\"p50_ms\":%.2f,\"p90_ms\":%.2f,\"p99_ms\":%.2f,\"max_ms\":%.2f,"
              + "\"machine\":\"%s\"}%n",
          laps.size(),
          at(whole, 50),
          at(whole, 90),
          at(whole, 99),
          whole[whole.length - 1],
          machine);
    } else {
      out.printf("%d taps after %d to warm up; %s%n", laps.size(), warmUp, machine);
      out.printf("%-40s %8s %8s %8s %8s%n", "ms", "p50", "p90", "p99", "max");
      row(out, "tap to the farm's POST", whole);
      row(out, "  tap to order stored and commanded", placed);
      row(out, "  command to the farm's POST", relay);
    }
    out.flush();
  }

  private static void row(PrintWriter out, String name, double[] sorted) {
    out.printf(
        Locale.ROOT,
        "%-40s %8.1f %8.1f %8.1f %8.1f%n",
        name,
        at(sorted, 50),
        at(sorted, 90),
        at(sorted, 99),
        sorted[sorted.length - 1]);
  }

  private static double[] sorted(List<Taps.Lap> laps, ToDoubleFunction<Taps.Lap> part) {
    return laps.stream().mapToDouble(part).sorted().toArray();
  }

  private static double at(double[] sorted, int percent) {
    return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
  }
}
