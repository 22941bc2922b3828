package io.bitten.local.platform;

import io.bitten.local.market.ReplayClock;
import java.time.InstantSource;

/** Whose time the platform runs in. */
sealed interface PlatformClock {
  InstantSource time();

  /** One line for a person. */
  String sentence();

  /** A replayed market's. */
  record Replayed(ReplayClock clock) implements PlatformClock {
    @Override
    public InstantSource time() {
      return clock;
    }

    @Override
    public String sentence() {
      return clock.position().sentence();
    }
  }

  /** The real market's. */
  record Wall(InstantSource time) implements PlatformClock {

    @Override
    public String sentence() {
      return "real, at the present time";
    }
  }
}
