package io.bitten.local.sim;

/** How a story ended. */
sealed interface Outcome {
  Trace trace();

  /** Every invariant held. */
  record Held(Trace trace) implements Outcome {}

  /** One fell, and the story ended there. */
  record Fell(Trace trace, Invariant invariant, String what) implements Outcome {}
}
