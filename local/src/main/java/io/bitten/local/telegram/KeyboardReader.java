package io.bitten.local.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads {@code reply_markup}, with the real server's complaints. */
final class KeyboardReader {
  static final int MAX_BUTTONS = 100;
  static final int MAX_DATA_BYTES = 64;
  static final int MAX_COPY_LENGTH = 256;

  private KeyboardReader() {}

  static InlineKeyboard of(Params params) throws Refused {
    String markup = params.text("reply_markup");
    if (markup.isEmpty()) {
      return InlineKeyboard.NONE;
    }
    JsonNode json = Json.read(markup);
    if (json.isMissingNode()) {
      throw Refused.badRequest("can't parse reply keyboard markup JSON object");
    }
    return of(json);
  }

  static InlineKeyboard of(JsonNode markup) throws Refused {
    if (!markup.isObject()) {
      throw Refused.badRequest("object expected as reply markup");
    }
    for (String other : List.of("keyboard", "remove_keyboard", "force_reply")) {
      if (markup.has(other)) {
        throw Refused.badRequest("reply markup " + other + " is not simulated here");
      }
    }
    JsonNode rows = markup.path("inline_keyboard");
    if (!rows.isArray() && !rows.isMissingNode() && !rows.isNull()) {
      throw Refused.badRequest("field \"inline_keyboard\" must be of type Array");
    }
    List<List<InlineButton>> read = new ArrayList<>();
    int count = 0;
    for (JsonNode row : rows) {
      if (!row.isArray()) {
        throw Refused.badRequest(
            "field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays");
      }
      List<InlineButton> buttons = new ArrayList<>();
      for (JsonNode button : row) {
        buttons.add(button(button));
      }
      count += buttons.size();
      if (count > MAX_BUTTONS) {
        throw Refused.badRequest("reply markup is too long");
      }
      if (!buttons.isEmpty()) {
        read.add(buttons);
      }
    }
    return new InlineKeyboard(read);
  }

  private static InlineButton button(JsonNode json) throws Refused {
    if (!json.isObject()) {
      throw unreadable("InlineKeyboardButton must be an Object");
    }
    String text = required(json, "text");
    if (text.isBlank()) {
      throw Refused.badRequest("BUTTON_TEXT_INVALID");
    }
    return new InlineButton(text, style(optional(json, "style")), action(json));
  }

  private static InlineButton.Style style(String style) throws Refused {
    return switch (style.toLowerCase(Locale.ROOT)) {
      case "", "default" -> InlineButton.Style.DEFAULT;
      case "primary" -> InlineButton.Style.PRIMARY;
      case "success" -> InlineButton.Style.SUCCESS;
      case "danger" -> InlineButton.Style.DANGER;
      default -> throw unreadable("invalid button style specified");
    };
  }

  private static InlineButton.Action action(JsonNode json) throws Refused {
    String url = optional(json, "url");
    if (!url.isEmpty()) {
      return new InlineButton.Open(link(url));
    }
    String data = optional(json, "callback_data");
    if (!data.isEmpty()) {
      if (data.getBytes(StandardCharsets.UTF_8).length > MAX_DATA_BYTES) {
        throw Refused.badRequest("BUTTON_DATA_INVALID");
      }
      return new InlineButton.Callback(data);
    }
    if (json.has("web_app")) {
      return new InlineButton.WebApp(webApp(required(inner(json, "web_app"), "url")));
    }
    if (json.has("copy_text")) {
      return new InlineButton.CopyText(copied(required(inner(json, "copy_text"), "text")));
    }
    if (json.has("disabled")) {
      inner(json, "disabled");
      return new InlineButton.Disabled();
    }
    throw unreadable("Text buttons are unallowed in the inline keyboard");
  }

  private static String copied(String text) throws Refused {
    if (text.isEmpty() || text.length() > MAX_COPY_LENGTH) {
      throw Refused.badRequest("BUTTON_COPY_TEXT_INVALID");
    }
    return text;
  }

  private static String link(String url) throws Refused {
    String address = Links.checked(url);
    if (address.isEmpty() || !parses(address)) {
      throw Refused.badRequest("BUTTON_URL_INVALID");
    }
    return address;
  }

  /** HTTPS as in the real one; plain HTTP to this machine as well, for pages served here. */
  static String webApp(String url) throws Refused {
    if (!parses(url)
        || !(url.startsWith("https://") || (url.startsWith("http://") && Loopback.isUrl(url)))) {
      throw Refused.badRequest(
          "inline keyboard button Web App URL '"
              + url
              + "' is invalid: Only HTTPS links are"
              + " allowed");
    }
    return url;
  }

  private static boolean parses(String url) {
    try {
      return URI.create(url).isAbsolute();
    } catch (IllegalArgumentException notAUrl) {
      return false;
    }
  }

  private static JsonNode inner(JsonNode json, String field) throws Refused {
    JsonNode value = json.path(field);
    if (!value.isObject()) {
      throw unreadable("Field \"" + field + "\" must be of type Object");
    }
    return value;
  }

  private static String required(JsonNode json, String field) throws Refused {
    if (!json.has(field)) {
      throw unreadable("Can't find field \"" + field + "\"");
    }
    return optional(json, field);
  }

  private static String optional(JsonNode json, String field) throws Refused {
    JsonNode value = json.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    if (!value.isTextual() && !value.isNumber()) {
      throw unreadable("Field \"" + field + "\" must be of type String");
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(value.asText())) {
      throw Refused.badRequest("strings must be encoded in UTF-8");
    }
    return value.asText();
  }

  private static Refused unreadable(String why) {
    return Refused.badRequest("can't parse inline keyboard button: " + why);
  }
}
