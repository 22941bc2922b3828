package io.bitten.bench;

import io.bitten.core.risk.Sessions;
import io.bitten.local.Root;
import io.bitten.local.engine.Store;
import io.bitten.local.platform.LocalMarket;
import io.bitten.local.platform.Platform;
import io.bitten.local.platform.PlatformPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** The whole platform as {@code bitten up} runs it, tables and queues on disk, market generated. */
final class WarmPlatform {
  private static final int MOST_HOURS = 100;

  /** What is measured is not made better by a function that is cut off. */
  private static final int PATIENCE = 20;

  private WarmPlatform() {}

  /** Starts one in a folder of its own, at an hour in which trades may be opened. */
  static Platform start(Consumer<String> errors) throws IOException {
    Path folder = Files.createTempDirectory("bitten-bench");
    Platform platform =
        Platform.start(
            new PlatformPlan(
                Root.folder(),
                folder,
                LocalMarket.of("generated"),
                1,
                Duration.ofMinutes(10),
                new Store.OnDisk(folder),
                0,
                Map.of(),
                PATIENCE,
                errors));
    toBusiness(platform);
    return platform;
  }

  /** Plays on to an hour in which trades may be opened. */
  static void toBusiness(Platform platform) {
    for (int i = 0; i < MOST_HOURS && Sessions.at(platform.time().instant()).isEmpty(); i++) {
      platform.replay().advance(Duration.ofHours(1));
    }
  }
}
