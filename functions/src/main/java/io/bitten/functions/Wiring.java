package io.bitten.functions;

import io.bitten.core.World;

/** Builds the cloud's world from the settings: the one place where its parts are chosen. */
final class Wiring {
  private Wiring() {}

  static World world(Settings settings) {
    throw new IllegalStateException(
        "the queues and the bus are not wired yet for stage " + settings.required("STAGE"));
  }
}
