package io.bitten.local.sim;

/** A process's death. An error, so that no handler of exceptions survives it. */
final class Crash extends Error {
  private static final long serialVersionUID = 1L;

  Crash() {
    super("died", null, false, false);
  }
}
