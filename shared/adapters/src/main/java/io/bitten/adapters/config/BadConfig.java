package io.bitten.adapters.config;

/**
 * A configuration file that cannot be used; the message names file, line, key and what must hold.
 */
public final class BadConfig extends RuntimeException {
  private static final long serialVersionUID = 1;

  BadConfig(String message) {
    super(message);
  }

  BadConfig(String message, Throwable cause) {
    super(message, cause);
  }
}
