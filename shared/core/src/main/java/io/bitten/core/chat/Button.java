package io.bitten.core.chat;

/** One inline button. */
public sealed interface Button {
  String label();

  enum Style {
    PLAIN,
    PRIMARY,
    SUCCESS,
    DANGER
  }

  /** Sends {@code data} (1..64 bytes) back when tapped. */
  record Callback(String label, String data, Style style) implements Button {}

  /** Does nothing; shows what has happened. */
  record Disabled(String label) implements Button {}

  /** Copies a text of 1..256 characters. */
  record Copy(String label, String text) implements Button {}

  /** Opens a page. */
  record Open(String label, String url) implements Button {}
}
