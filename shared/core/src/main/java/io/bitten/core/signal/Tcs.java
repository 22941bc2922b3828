package io.bitten.core.signal;

/**
 * Tactical confidence score, 0..100: the signal's rank among the recent setups, never a
 * probability.
 */
public record Tcs(int value) implements Comparable<Tcs> {
  public Tcs {
    if (value < 0 || value > 100) {
      throw new IllegalArgumentException("TCS must be 0..100: " + value);
    }
  }

  @Override
  public int compareTo(Tcs other) {
    return Integer.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Integer.toString(value);
  }
}
