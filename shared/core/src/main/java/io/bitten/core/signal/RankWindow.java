package io.bitten.core.signal;

/** The strengths of the last setups, for ranking the next one among them. */
final class RankWindow {
  private final double[] strengths;
  private int size;
  private int next;

  RankWindow(int capacity) {
    strengths = new double[capacity];
  }

  void add(double strength) {
    strengths[next] = strength;
    next = (next + 1) % strengths.length;
    size = Math.min(size + 1, strengths.length);
  }

  int size() {
    return size;
  }

  /**
   * The percentage of the held setups that are strictly weaker, rounded down; 0 for an empty
   * window.
   */
  int percentWeaker(double strength) {
    int weaker = 0;
    for (int i = 0; i < size; i++) {
      if (strengths[i] < strength) {
        weaker++;
      }
    }
    return size == 0 ? 0 : (int) (100L * weaker / size);
  }
}
