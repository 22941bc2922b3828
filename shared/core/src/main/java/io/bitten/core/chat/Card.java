package io.bitten.core.chat;

import java.util.List;

/**
 * A message with its buttons. {@code html} is Telegram's HTML subset, already escaped, at most 4096
 * characters.
 */
public record Card(String html, List<List<Button>> rows) {
  public Card {
    rows = rows.stream().map(List::copyOf).toList();
  }

  public static Card text(String html) {
    return new Card(html, List.of());
  }
}
