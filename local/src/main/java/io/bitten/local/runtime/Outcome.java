package io.bitten.local.runtime;

/** How one invocation ended. Failures were already printed. */
sealed interface Outcome {
  /** The handler answered. */
  record Answered(byte[] bytes) implements Outcome {}

  /** It threw, took too long, or answered more than Lambda takes. */
  record Failed(String message) implements Outcome {}
}
