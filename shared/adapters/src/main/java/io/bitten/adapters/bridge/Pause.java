package io.bitten.adapters.bridge;

import java.time.Duration;

/** Waiting, as the wiring or a test does it. */
public interface Pause {
  void pause(Duration time);
}
