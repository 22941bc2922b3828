package io.bitten.local.platform;

import io.bitten.local.market.ReplayClock;
import java.util.function.Consumer;

/** Says once that the recording is over: from then on the market brings nothing any more. */
final class LastBar {
  private final PlatformClock clock;
  private final Consumer<String> tell;
  private boolean told;

  LastBar(PlatformClock clock, Consumer<String> tell) {
    this.clock = clock;
    this.tell = tell;
  }

  void look() {
    if (!told && clock instanceof PlatformClock.Replayed(ReplayClock replay) && replay.ended()) {
      told = true;
      tell.accept(
          "market: "
              + clock.sentence()
              + "; no signal comes any more. Begin anew with another --data DIR, or play another"
              + " --market.");
    }
  }
}
