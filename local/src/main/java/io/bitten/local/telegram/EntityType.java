package io.bitten.local.telegram;

import java.util.Locale;

/** What a part of a message's text is. */
public enum EntityType {
  BOLD(""),
  ITALIC(""),
  UNDERLINE(""),
  STRIKETHROUGH(""),
  SPOILER(""),
  CODE(""),
  PRE("language"),
  BLOCKQUOTE(""),
  EXPANDABLE_BLOCKQUOTE(""),
  TEXT_LINK("url"),
  CUSTOM_EMOJI("custom_emoji_id"),
  DATE_TIME("unix_time"),
  BOT_COMMAND("");

  private final String argument;

  EntityType(String argument) {
    this.argument = argument;
  }

  /** The JSON field the entity's argument is in, empty when it has none. */
  String argumentField() {
    return argument;
  }

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
