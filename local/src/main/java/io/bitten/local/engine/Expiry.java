package io.bitten.local.engine;

/** Whether the table engine removes items whose TTL has passed. */
public enum Expiry {
  /** Never: a replayed market's time is not the engine's, which knows the wall clock only. */
  NEVER,
  /** By the wall clock, as in the cloud. */
  BY_WALL_CLOCK
}
