package io.bitten.local.platform;

import io.bitten.local.engine.Expiry;
import io.bitten.local.engine.Store;
import io.bitten.local.market.Engagement;
import io.bitten.local.market.ReplayClock;
import io.bitten.local.runtime.StackPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
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
 * @param patience how many times longer than in the cloud a function may take on this machine
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
    int patience,
    Consumer<String> errors) {
  /** The patience with functions that they meet when they are deployed. */
  public static final int AS_IN_THE_CLOUD = 1;

  /**
   * An order's way to the broker takes about so long from the event that tells of it; its card,
   * with a message and a dozen calls of its own, would take the processors from it.
   */
  private static final Map<String, Duration> ORDERS_FIRST =
      Map.of("NotifyFunction", Duration.ofMillis(25));

  public PlatformPlan {
    outside = Map.copyOf(outside);
  }

  /** The clock of the replayed market. */
  ReplayClock clock(Engagement engagement) {
    return new ReplayClock(
        new ReplayClock.Settings(
            market.start(), market.player().end(), speed, data.resolve("clock-" + market.digest())),
        engagement,
        System::nanoTime);
  }

  StackPlan stack(InstantSource time) {
    return new StackPlan(
        root,
        root.resolve("template.yaml"),
        Map.of(),
        store,
        Expiry.NEVER,
        port,
        time,
        ORDERS_FIRST,
        patience,
        errors);
  }
}
