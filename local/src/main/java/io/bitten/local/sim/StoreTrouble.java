package io.bitten.local.sim;

/** The cloud did not answer, as the adapters tell it. */
final class StoreTrouble extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoreTrouble(String message) {
    super(message, null, false, false);
  }
}
