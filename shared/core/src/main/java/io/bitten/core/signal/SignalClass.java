package io.bitten.core.signal;

/** What a TCS amounts to, lowest first. */
public enum SignalClass {
  TRAINING,
  RAPID,
  PRECISION,
  SNIPER
}
