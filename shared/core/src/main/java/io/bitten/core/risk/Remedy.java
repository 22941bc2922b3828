package io.bitten.core.risk;

import io.bitten.core.account.Tier;
import io.bitten.core.market.Lots;
import java.time.Instant;

/** The smallest change that would make a refused request pass. */
public sealed interface Remedy {
  String sentence();

  /** Nothing the trader can change makes it pass. */
  record Nothing() implements Remedy {
    @Override
    public String sentence() {
      return "";
    }
  }

  /** These lots would pass. */
  record Trade(Lots instead, Lots asked) implements Remedy {
    @Override
    public String sentence() {
      return instead + " lots instead of " + asked + " would pass.";
    }
  }

  /** The same request would pass from this moment on. */
  record Wait(Instant until) implements Remedy {
    @Override
    public String sentence() {
      return "Try again from " + Texts.time(until) + ".";
    }
  }

  record Upgrade(Tier to) implements Remedy {
    @Override
    public String sentence() {
      return to.title() + " unlocks it.";
    }
  }

  /** What to do, in one sentence. */
  record Act(String sentence) implements Remedy {}

  static Remedy nothing() {
    return new Nothing();
  }
}
