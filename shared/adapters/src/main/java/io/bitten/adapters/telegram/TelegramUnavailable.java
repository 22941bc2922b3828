package io.bitten.adapters.telegram;

/**
 * Telegram did not answer, answered with a 5xx, or does not know our token. It has no cause: the
 * cause's text would hold the address, and the address holds the token.
 */
public final class TelegramUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1;

  TelegramUnavailable(String message) {
    super(message);
  }
}
