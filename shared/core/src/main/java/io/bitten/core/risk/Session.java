package io.bitten.core.risk;

/**
 * The trading session an entry belongs to: New York before London before Tokyo where they overlap.
 */
public enum Session {
  LONDON,
  NEW_YORK,
  TOKYO
}
