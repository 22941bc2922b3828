package io.bitten.local.telegram;

/**
 * Where updates are delivered.
 *
 * @param secret sent as {@code X-Telegram-Bot-Api-Secret-Token}; empty when there is none
 * @param maxConnections requests at the same time
 */
public record Webhook(String url, String secret, int maxConnections) {
  static final Webhook NONE = new Webhook("", "", 40);

  boolean isSet() {
    return !url.isEmpty();
  }
}
