package io.bitten.core.account;

/** The number that marks our orders, deals and positions at the broker; 0 is a manual trade. Below 2^53. */
public record Magic(long value) {
  public Magic {
    if (value < 0 || value >= 1L << 53) {
      throw new IllegalArgumentException("magic must be 0 .. 2^53-1: " + value);
    }
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
