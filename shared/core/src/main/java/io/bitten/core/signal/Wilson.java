package io.bitten.core.signal;

/**
 * Wilson score interval of a proportion at 95 % (E. B. Wilson, 1927).
 *
 * @param low lower end, 0..1
 * @param high upper end, 0..1
 */
record Wilson(double low, double high) {
  private static final double Z = 1.959963984540054;

  static Wilson of(int wins, int n) {
    double p = (double) wins / n;
    double z2 = Z * Z;
    double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
    double half = Z * Math.sqrt(p * (1 - p) / n + z2 / (4.0 * n * n)) / (1 + z2 / n);
    return new Wilson(Math.max(0, centre - half), Math.min(1, centre + half));
  }
}
