package io.bitten.local;

import io.bitten.local.engine.Store;
import io.bitten.local.platform.Demo;
import io.bitten.local.platform.LocalMarket;
import io.bitten.local.platform.MissedHop;
import io.bitten.local.platform.Platform;
import io.bitten.local.platform.PlatformPlan;
import io.bitten.local.platform.Walk;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The main job without a person. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Walk one signal from the market to the fill and the close, and print each hop.",
      "Exit 0 only if every hop happened. Market, broker and Telegram are simulated."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  bitten demo",
      "  bitten demo --market prices/eurusd-h1.csv.gz",
      "  bitten demo --json | jq .hops",
      "",
      "A market FILE is one pair's bars, more than 6100 of them. Its name begins with",
      "the pair (eurusd-h1.csv.gz), its first line names the columns, times are UTC:",
      "  time,open,high,low,close     or bid_open .. bid_close, ask_open .. ask_close",
      "  2024-01-02T00:00:00Z,1.10427,1.10452,1.10391,1.10448"
    })
final class DemoCommand implements Callable<Integer> {
  private static final double SPEED = 200_000;
  private static final Duration TOUCH = Duration.ofMillis(500);

  @Spec private CommandSpec spec;

  @Option(
      names = "--market",
      paramLabel = "FILE.csv[.gz]",
      defaultValue = "generated",
      description = "Recorded bars, or the seeded generator (the default).")
  private String market;

  @Option(names = "--json", description = "Print one JSON object and nothing else.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    LocalMarket played = LocalMarket.of(market);
    Path folder = Files.createTempDirectory("bitten-demo");
    try (Platform platform = Platform.start(plan(played, folder, err))) {
      err.println("Simulated: " + played.label() + ", broker and Telegram");
      Walk walk = new Demo(platform, line -> say(err, line)).walk();
      if (json) {
        out.println(WalkReport.json(walk));
      } else {
        WalkReport.print(walk, out);
      }
      out.flush();
      return walk.ledgerOk() && walk.duplicates() == 0 ? 0 : 1;
    } catch (MissedHop missed) {
      err.println("bitten: " + missed.getMessage());
      return 1;
    } finally {
      delete(folder);
    }
  }

  private static void say(PrintWriter err, String line) {
    err.println("· " + line);
    err.flush();
  }

  private static PlatformPlan plan(LocalMarket played, Path folder, PrintWriter err) {
    return new PlatformPlan(
        Root.folder(),
        folder,
        played,
        SPEED,
        TOUCH,
        new Store.InMemory(),
        0,
        Map.of(),
        PlatformPlan.AS_IN_THE_CLOUD,
        line -> say(err, line));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    }
  }
}
