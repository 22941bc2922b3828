package io.bitten.local.market;

/** A query parameter that cannot be understood, with a sentence that names it. */
final class BadParameter extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadParameter(String message) {
    super(message, null, false, false);
  }
}
