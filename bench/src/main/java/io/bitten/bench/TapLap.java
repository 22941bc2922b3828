package io.bitten.bench;

/** Real times of one tap, nanoseconds. */
record TapLap(long tapped, long placed, long arrived) {
  double wholeMs() {
    return (arrived - tapped) / 1e6;
  }

  /** From the finger until the order is stored and its command is on its queue. */
  double toPlacedMs() {
    return (placed - tapped) / 1e6;
  }
}
