package io.bitten.adapters.telegram;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bitten.core.account.ChatId;
import io.bitten.core.chat.Button;
import io.bitten.core.chat.Card;
import java.util.List;

/** A card as the Bot API's parameters: HTML, no link preview, inline buttons (Bot API 10.3). */
final class CardJson {
  private CardJson() {}

  static ObjectNode of(ChatId chat, Card card) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("chat_id", chat.value());
    json.put("text", card.html());
    json.put("parse_mode", "HTML");
    json.putObject("link_preview_options").put("is_disabled", true);
    ArrayNode rows = json.putObject("reply_markup").putArray("inline_keyboard");
    card.rows().forEach(row -> row(rows.addArray(), row));
    return json;
  }

  private static void row(ArrayNode json, List<Button> row) {
    row.forEach(button -> button(json.addObject().put("text", button.label()), button));
  }

  private static void button(ObjectNode json, Button button) {
    switch (button) {
      case Button.Callback callback -> {
        json.put("callback_data", callback.data());
        style(json, callback.style());
      }
      case Button.Disabled disabled -> json.putObject("disabled");
      case Button.Copy copy -> json.putObject("copy_text").put("text", copy.text());
      case Button.Open open -> json.put("url", open.url());
    }
  }

  private static void style(ObjectNode json, Button.Style style) {
    switch (style) {
      case PLAIN -> {}
      case PRIMARY -> json.put("style", "primary");
      case SUCCESS -> json.put("style", "success");
      case DANGER -> json.put("style", "danger");
    }
  }
}
