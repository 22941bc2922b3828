package io.bitten.local.sim;

/** An invariant fell. An error, so that no code under test takes it for its own. */
final class Broken extends Error {
  private static final long serialVersionUID = 1L;

  private final transient Invariant invariant;

  Broken(Invariant invariant, String what) {
    super(what, null, false, false);
    this.invariant = invariant;
  }

  Invariant invariant() {
    return invariant;
  }
}
