package io.bitten.local.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A button under a message. */
public record InlineButton(String text, Style style, Action action) {

  /** How it is coloured. */
  public enum Style {
    DEFAULT,
    PRIMARY,
    SUCCESS,
    DANGER
  }

  /** What a tap does. */
  public sealed interface Action {}

  /** Tells the bot; {@code data} is 1..64 bytes. */
  public record Callback(String data) implements Action {}

  /** Opens a page. */
  public record Open(String url) implements Action {}

  /** Opens a page inside Telegram, with who opened it. */
  public record WebApp(String url) implements Action {}

  /** Copies 1..256 characters. */
  public record CopyText(String copied) implements Action {}

  /** Does nothing. */
  public record Disabled() implements Action {}

  ObjectNode toJson() {
    ObjectNode json = Json.object().put("text", text);
    switch (style) {
      case DEFAULT -> {}
      case PRIMARY -> json.put("style", "primary");
      case SUCCESS -> json.put("style", "success");
      case DANGER -> json.put("style", "danger");
    }
    switch (action) {
      case Callback callback -> json.put("callback_data", callback.data());
      case Open open -> json.put("url", open.url());
      case WebApp app -> json.putObject("web_app").put("url", app.url());
      case CopyText copy -> json.putObject("copy_text").put("text", copy.copied());
      case Disabled disabled -> json.putObject("disabled");
    }
    return json;
  }
}
