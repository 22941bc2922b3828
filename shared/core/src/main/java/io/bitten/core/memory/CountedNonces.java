package io.bitten.core.memory;

import io.bitten.core.Digest;
import io.bitten.core.Nonces;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The same nonces in the same order for the same seed. Guessable: for tests and simulations alone.
 */
public final class CountedNonces implements Nonces {
  private final String seed;
  private final AtomicLong count = new AtomicLong();

  public CountedNonces(String seed) {
    this.seed = seed;
  }

  @Override
  public String next() {
    return Digest.base32(16, seed, Long.toString(count.incrementAndGet()));
  }
}
