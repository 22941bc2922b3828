package io.bitten.local.telegram;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The buttons under a message; no rows when there are none. */
public record InlineKeyboard(List<List<InlineButton>> rows) {
  static final InlineKeyboard NONE = new InlineKeyboard(List.of());

  public InlineKeyboard {
    rows = rows.stream().map(List::copyOf).toList();
  }

  public Stream<InlineButton> buttons() {
    return rows.stream().flatMap(List::stream);
  }

  /** The first button with exactly this text. */
  public Optional<InlineButton> labelled(String text) {
    return buttons().filter(button -> button.text().equals(text)).findFirst();
  }

  /** The data of the first button with exactly this text that tells the bot something. */
  public Optional<String> dataOf(String text) {
    return buttons()
        .filter(button -> button.text().equals(text))
        .flatMap(
            button ->
                button.action() instanceof InlineButton.Callback callback
                    ? Stream.of(callback.data())
                    : Stream.empty())
        .findFirst();
  }

  boolean offers(String data) {
    return buttons().anyMatch(b -> b.action().equals(new InlineButton.Callback(data)));
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  ObjectNode toJson() {
    ObjectNode json = Json.object();
    ArrayNode all = json.putArray("inline_keyboard");
    for (List<InlineButton> row : rows) {
      ArrayNode buttons = all.addArray();
      row.forEach(button -> buttons.add(button.toJson()));
    }
    return json;
  }
}
