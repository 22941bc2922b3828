package io.bitten.functions;

import io.bitten.core.World;

/** What a handler starts with: the world and the settings. */
public record Start(World world, Settings settings) {

  /** The cloud's. */
  public static Start aws() {
    Settings settings = Settings.ofEnvironment();
    return new Start(Wiring.world(settings), settings);
  }
}
