package io.bitten.core;

/**
 * Unpredictable text, for tokens that must not be guessed. The only randomness the platform uses.
 */
public interface Nonces {
  /** 16 characters of A-Z, 2-7: 80 random bits. */
  String next();
}
