package io.bitten.local.market;

import io.bitten.core.market.Symbol;

/** Numbers that look random and are a pure function of what they were made from. */
public final class Mixed {
  private Mixed() {}

  /** A well mixed number from a seed and anything else that tells one use from another. */
  public static long of(long seed, long... parts) {
    long mixed = finish(seed + 0x9E3779B97F4A7C15L);
    for (long part : parts) {
      mixed = finish(mixed ^ finish(part + 0x9E3779B97F4A7C15L));
    }
    return mixed;
  }

  /** A seed of the pair's own. */
  public static long of(long seed, Symbol symbol) {
    return of(seed, symbol.code().chars().asLongStream().toArray());
  }

  /** From 0 to {@code bound - 1}. */
  public static int below(int bound, long mixed) {
    return (int) Long.remainderUnsigned(mixed, bound);
  }

  /** From -1 to 1. */
  public static double signed(long mixed) {
    return (mixed >> 11) * 0x1.0p-52;
  }

  /** The finishing step of SplitMix64 (Steele, Lea, Flood 2014). */
  private static long finish(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
