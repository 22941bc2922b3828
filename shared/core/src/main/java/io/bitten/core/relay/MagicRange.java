package io.bitten.core.relay;

import io.bitten.core.account.Magic;

/**
 * The magic numbers that are ours. Everything outside is a foreign position and is never touched.
 *
 * @param first the lowest, more than 0: magic 0 is a manual trade
 * @param last the highest
 */
public record MagicRange(Magic first, Magic last) {
  public MagicRange {
    if (first.value() < 1 || last.value() < first.value()) {
      throw new IllegalArgumentException("magic range is empty or holds 0: " + first + ".." + last);
    }
  }

  /** A namespace of 2^40 numbers; 1 to 8191 of them fit below 2^53. */
  public static MagicRange ofNamespace(int namespace) {
    if (namespace < 1 || namespace > 8191) {
      throw new IllegalArgumentException("magic namespace must be 1..8191: " + namespace);
    }
    long first = (long) namespace << 40;
    return new MagicRange(new Magic(first), new Magic(first + (1L << 40) - 1));
  }

  public boolean contains(Magic magic) {
    return magic.value() >= first.value() && magic.value() <= last.value();
  }
}
