package io.bitten.core;

/**
 * What a conditional write did. STALE: somebody else changed it first; read again and decide again.
 */
public enum Written {
  STORED,
  STALE
}
