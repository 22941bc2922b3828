package io.bitten.bench;

import io.bitten.core.market.Symbol;
import io.bitten.local.platform.Platform;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
  private static final int MOST_REFUSED = 50;
  private static final Duration REST = Duration.ofMillis(250);

  @Spec private CommandSpec spec;
  @Mixin private Results results;

  @Option(names = "--taps", defaultValue = "100", description = "Taps measured, 10..1000.")
  private int taps;

  @Option(
      names = "--warm-up",
      defaultValue = "600",
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
    try (Platform platform = WarmPlatform.start(err::println)) {
      BenchTrader trader = BenchTrader.join(platform);
      print(laps(new Taps(platform, trader, new Symbol("EURUSD")), err));
    }
    return 0;
  }

  /**
   * @param leftOut taps that were refused or expired meanwhile, and so have no figure
   */
  private record Measured(List<TapLap> laps, int leftOut) {}

  private Measured laps(Taps way, PrintWriter err) {
    List<TapLap> laps = new ArrayList<>();
    int refused = 0;
    int leftOut = 0;
    for (int done = 0; done < warmUp + taps; ) {
      Optional<TapLap> lap = way.lap(done < warmUp ? Duration.ZERO : REST);
      leftOut += lap.isEmpty() && done >= warmUp ? 1 : 0;
      if (lap.isEmpty() && ++refused > MOST_REFUSED) {
        throw new IllegalStateException(
            MOST_REFUSED + " taps were refused; is the machine loaded?");
      }
      if (lap.isPresent() && ++done > warmUp) {
        laps.add(lap.get());
      }
      if (lap.isPresent() && done % 50 == 0) {
        err.printf("%d of %d taps, %d refused%n", done, warmUp + taps, refused);
        err.flush();
      }
    }
    return new Measured(laps, leftOut);
  }

  private void print(Measured measured) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    List<TapLap> laps = measured.laps();
    Spread whole = Spread.of(laps, TapLap::wholeMs);
    Spread placed = Spread.of(laps, TapLap::toPlacedMs);
    Spread relay = Spread.of(laps, lap -> lap.wholeMs() - lap.toPlacedMs());
    String kept =
        results.keep(
            "tap",
            "\"taps\":%d,\"left_out\":%d,%s,%s,%s"
                .formatted(
                    laps.size(),
                    measured.leftOut(),
                    whole.members(""),
                    placed.members("placed"),
                    relay.members("relay")));
    if (json) {
      out.println(kept);
    } else {
      out.printf(
          "%d taps after %d to warm up, %d refused or expired are left out; %s%n",
          laps.size(), warmUp, measured.leftOut(), Machine.here());
      Spread.heading(out, "ms");
      whole.row(out, "tap to the farm's POST");
      placed.row(out, "  tap to order stored and commanded");
      relay.row(out, "  command to the farm's POST");
    }
    out.flush();
  }
}
