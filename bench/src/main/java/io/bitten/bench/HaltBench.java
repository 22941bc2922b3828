package io.bitten.bench;

import io.bitten.core.market.Symbol;
import io.bitten.local.platform.Platform;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** From the press of an emergency stop to the last order that passes. */
@Command(
    name = "halt",
    mixinStandardHelpOptions = true,
    description = {
      "Time from the press of /emergency_stop to the last order that passes.",
      "Confirmations are under way: in the cloud part, goal p99 <= 1 s, and at the",
      "relay, goal <= 2 s. The whole local platform, warm. A row is 0 when nothing",
      "passed after the press."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  bitten bench halt", "  bitten bench halt --halts 100 --json"})
final class HaltBench implements Callable<Integer> {
  private static final int MOST = 500;
  private static final List<Symbol> PAIRS = List.of(new Symbol("EURUSD"), new Symbol("GBPUSD"));

  @Spec private CommandSpec spec;
  @Mixin private Results results;

  @Option(names = "--halts", defaultValue = "40", description = "Presses measured, 5..500.")
  private int halts;

  @Option(
      names = "--warm-up",
      defaultValue = "10",
      description = "Presses before, not measured, 0..500 (${DEFAULT-VALUE}).")
  private int warmUp;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (halts < 5 || halts > MOST) {
      throw new ParameterException(spec.commandLine(), "--halts must be 5..500: " + halts);
    }
    if (warmUp < 0 || warmUp > MOST) {
      throw new ParameterException(spec.commandLine(), "--warm-up must be 0..500: " + warmUp);
    }
    List<HaltLaps.Lap> laps = new ArrayList<>();
    try (Platform platform = WarmPlatform.start(spec.commandLine().getErr()::println);
        HaltLaps way = new HaltLaps(platform, PAIRS)) {
      for (int i = 0; i < warmUp + halts; i++) {
        HaltLaps.Lap lap = way.lap();
        if (i >= warmUp) {
          laps.add(lap);
        }
        WarmPlatform.toBusiness(platform);
      }
    }
    print(laps);
    return 0;
  }

  private void print(List<HaltLaps.Lap> laps) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Spread placed = Spread.of(laps, HaltLaps.Lap::placedMs);
    Spread arrived = Spread.of(laps, HaltLaps.Lap::arrivedMs);
    int passed = laps.stream().mapToInt(HaltLaps.Lap::passed).sum();
    int taps = laps.size() * HaltLaps.TAPS_A_PAIR * PAIRS.size();
    String kept =
        results.keep(
            "halt",
            "\"halts\":%d,\"taps\":%d,\"passed\":%d,%s,%s"
                .formatted(
                    laps.size(), taps, passed, placed.members("cloud"), arrived.members("relay")));
    if (json) {
      out.println(kept);
    } else {
      out.printf(
          "%d halts, %d of %d confirmations around them passed; %s%n",
          laps.size(), passed, taps, Machine.here());
      Spread.heading(out, "ms after the press");
      Spread.of(laps, HaltLaps.Lap::storedMs).row(out, "halt stored and told");
      placed.row(out, "last order the fire desk let pass");
      arrived.row(out, "last entry at the farm");
      Spread.of(laps, HaltLaps.Lap::seenMs).row(out, "relay's receipt booked");
    }
    out.flush();
  }
}
