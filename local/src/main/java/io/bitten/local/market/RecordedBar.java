package io.bitten.local.market;

import java.time.Instant;

/**
 * One bar of a recording: when it opened and both sides in points; the ask is never below the bid.
 */
record RecordedBar(Instant opened, Side bid, Side ask) {
  RecordedBar {
    if (ask.open() < bid.open()
        || ask.high() < bid.high()
        || ask.low() < bid.low()
        || ask.close() < bid.close()) {
      throw new IllegalArgumentException("ask is below bid in the bar of " + opened);
    }
  }
}
