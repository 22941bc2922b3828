package io.bitten.local.runtime;

import io.bitten.local.engine.Expiry;
import io.bitten.local.engine.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a local stack is started with.
 *
 * @param root the project's root folder: the engines' class paths are below it
 * @param template the SAM template
 * @param parameters values that replace the template parameters' defaults
 * @param port port of the doors; 0 for any free one
 * @param time the platform's clock: timers and events go by it
 * @param stepsBack for how long a function, by its id, leaves a message that was just sent to it in
 *     its queue, while others have this machine's processors
 * @param patience how many times longer than in the cloud a function may take here before it is cut
 *     off
 * @param errors gets every failure of a function, a poller or a timer as one line of JSON
 */
public record StackPlan(
    Path root,
    Path template,
    Map<String, String> parameters,
    Store store,
    Expiry expiry,
    int port,
    InstantSource time,
    Map<String, Duration> stepsBack,
    int patience,
    Consumer<String> errors) {
  public StackPlan {
    parameters = Map.copyOf(parameters);
    stepsBack = Map.copyOf(stepsBack);
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("a port must be 0..65535, was " + port);
    }
  }
}
