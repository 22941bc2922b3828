package io.bitten.local.platform;

import io.bitten.local.engine.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a local platform is started with.
 *
 * @param root the project's root folder
 * @param data where everything that survives a restart is kept
 * @param speed recording seconds in a real second while nobody needs real time
 * @param touchLasts how long a person's act keeps the market in real time
 * @param port port of the doors; 0 for any free one
 * @param outside the environment: what of the outside world is real
 * @param errors where failures are told, one line each
 */
public record PlatformPlan(
    Path root,
    Path data,
    LocalMarket market,
    double speed,
    Duration touchLasts,
    Store store,
    int port,
    Map<String, String> outside,
    Consumer<String> errors) {
  public PlatformPlan {
    outside = Map.copyOf(outside);
  }
}
