package io.bitten.local;

import io.bitten.local.engine.Store;
import io.bitten.local.platform.LocalMarket;
import io.bitten.local.platform.Outside;
import io.bitten.local.platform.Places;
import io.bitten.local.platform.Platform;
import io.bitten.local.platform.PlatformPlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Starts the platform and keeps it running until Ctrl-C. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = "Start the whole platform on this machine, on loopback only.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  bitten up",
      "  bitten up --port 8080 --market prices/eurusd-h1.csv.gz --speed 7200",
      "  bitten up --store memory    without DynamoDB Local; forgets all at the end",
      "",
      "Real instead of simulated, by environment variables:",
      "  TELEGRAM_BOT_TOKEN    Telegram, by long polling (TELEGRAM_API_URL for",
      "                        another address)",
      "  TELEGRAM_USER_ID      the administrators' Telegram ids, in the simulated",
      "                        Telegram too (Add person)",
      "  TRADERMADE_KEY        market, news and time (TRADERMADE_URL, NEWS_URL for",
      "                        other addresses; NEWS_URL may be file:///path)",
      "  MT5_FARM_URL          MetaTrader behind a farm, with MT5_FARM_TOKEN",
      "  MT5_FILES             or behind the file bridge: the terminal's MQL5/Files",
      "  MT5_ACCOUNTS          login@server:broker:currency,... at the farm, or the",
      "                        one of the terminal; in the real Telegram the bot",
      "                        lends them to the administrators, or to whom",
      "  MT5_OWNERS            names: login@server=telegram-id,...",
      "A real MetaTrader needs TRADERMADE_KEY: a replayed market never trades on it.",
      "Each real one has data of its own: below DIR in real, telegram and mt5.",
      "",
      "A market FILE is one pair's bars, more than 6100 of them. Its name begins with",
      "the pair (eurusd-h1.csv.gz), its first line names the columns, times are UTC:",
      "  time,open,high,low,close     or bid_open .. bid_close, ask_open .. ask_close",
      "  2024-01-02T00:00:00Z,1.10427,1.10452,1.10391,1.10448"
    })
final class UpCommand implements Callable<Integer> {
  /** Where the store is kept. */
  enum StoreChoice {
    DISK,
    MEMORY
  }

  private static final Duration TOUCH = Duration.ofSeconds(60);

  private final Map<String, String> environment;

  @Spec private CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8025",
      description = "Port of the pages and doors, 0 for any free one (default ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "data",
      description = "Folder that is found again after a restart (default ${DEFAULT-VALUE}).")
  private Path data;

  @Option(
      names = "--market",
      paramLabel = "FILE.csv|generated",
      defaultValue = "generated",
      description = "Recorded bars (.csv or .csv.gz), or a seeded generator (the default).")
  private String market;

  @Option(
      names = "--speed",
      paramLabel = "X",
      defaultValue = "3600",
      description =
          "Market seconds a second while nobody needs real time (default ${DEFAULT-VALUE}).")
  private double speed;

  @Option(
      names = "--store",
      paramLabel = "disk|memory",
      defaultValue = "disk",
      description = "DynamoDB Local on disk (default), or the memory ports instead.")
  private StoreChoice store;

  UpCommand() {
    this(System.getenv());
  }

  UpCommand(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    long began = System.nanoTime();
    Outside outside = Outside.of(environment);
    check(outside);
    Path given = data.toAbsolutePath().normalize();
    Path folder = outside.data(given);
    LocalMarket played = LocalMarket.of(market);
    try (DataFolder taken = DataFolder.take(folder)) {
      say("Starting...");
      Platform platform = Platform.start(plan(played, taken.path()));
      print(spec.commandLine().getOut(), platform, folder);
      run(platform, began);
    }
    return 0;
  }

  /** Until the process is told to end. */
  private void run(Platform platform, long began) throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    Thread stop =
        new Thread(
            () -> {
              say("Stopping...");
              platform.close();
              stopped.countDown();
            });
    Runtime.getRuntime().addShutdownHook(stop);
    PrintWriter out = spec.commandLine().getOut();
    out.printf("ready in %.1f s%n", (System.nanoTime() - began) / 1e9);
    out.flush();
    stopped.await();
  }

  private void check(Outside outside) {
    if (port < 0 || port > 65_535) {
      throw new ParameterException(spec.commandLine(), "--port must be 0..65535: " + port);
    }
    if (!(speed >= 1 && speed <= 1_000_000)) {
      throw new ParameterException(spec.commandLine(), "--speed must be 1..1000000: " + speed);
    }
    if (outside.market() && given("--speed")) {
      throw new ParameterException(
          spec.commandLine(), "--speed is a replayed market's: leave it out, or TRADERMADE_KEY");
    }
    if (outside.market() && outside.terminal() && given("--market")) {
      throw new ParameterException(
          spec.commandLine(), "--market plays prices and all are real: leave it out");
    }
  }

  private boolean given(String option) {
    return spec.commandLine().getParseResult().hasMatchedOption(option);
  }

  private PlatformPlan plan(LocalMarket played, Path folder) {
    Store kept =
        switch (store) {
          case DISK -> new Store.OnDisk(folder);
          case MEMORY -> new Store.MemoryPorts();
        };
    return new PlatformPlan(
        Root.folder(),
        folder,
        played,
        speed,
        TOUCH,
        kept,
        port,
        environment,
        PlatformPlan.AS_IN_THE_CLOUD,
        this::say);
  }

  private void say(String line) {
    spec.commandLine().getErr().println(line);
    spec.commandLine().getErr().flush();
  }

  private static void print(PrintWriter out, Platform platform, Path folder) {
    Places places = platform.places();
    Outside outside = platform.outside();
    String simulated = platform.simulated();
    out.println();
    out.println(
        "BITTEN is running on this machine only. "
            + (simulated.isEmpty() ? "All is real." : simulated));
    out.println();
    out.println(
        outside.telegram()
            ? "  Telegram       @" + platform.settings().text("TELEGRAM_BOT_NAME") + " (real)"
            : "  Chat page      " + places.chat() + " (simulated Telegram)");
    out.println("  Health         " + places.doors() + "/health");
    out.println("  API            " + places.doors() + "/api/openapi.json");
    out.println("  MetaTrader     " + platform.terminal());
    out.println("  Data folder    " + folder);
    out.println("  Market         " + platform.market());
    out.println();
    out.println(
        (outside.telegram() ? "Open the bot in Telegram" : "Open the chat page")
            + ", send /start, link the demo account and wait for a signal.");
    if (!outside.market()) {
      out.println("The market runs fast while nobody needs it, so a Press Pass does not end here.");
      out.println("When the recording ends, it is said here.");
    }
    out.println("Ctrl-C stops.");
  }
}
