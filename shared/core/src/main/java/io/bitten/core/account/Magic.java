package io.bitten.core.account;

/**
 * The number that marks our orders, deals and positions at the broker; 0 is a manual trade. Below
 * 2^53.
 */
public record Magic(long value) {
  /** Our range is namespace 1 of 2^40 numbers each; other software at the terminal uses others. */
  private static final long OURS = 1L << 40;

  public Magic {
    if (value < 0 || value >= 1L << 53) {
      throw new IllegalArgumentException("magic must be 0 .. 2^53-1: " + value);
    }
  }

  /** The magic of our order number {@code sequence}, 1 or more. */
  public static Magic ours(long sequence) {
    if (sequence < 1 || sequence >= OURS) {
      throw new IllegalArgumentException("magic sequence must be 1 .. 2^40-1: " + sequence);
    }
    return new Magic(OURS + sequence);
  }

  /** Whether a position with this magic is ours to touch. */
  public boolean isOurs() {
    return value > OURS && value < 2 * OURS;
  }

  /** The sequence number of our magic. */
  public long sequence() {
    return value & (OURS - 1);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
