package io.bitten.local.telegram;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A message in a chat as it is now, with what it was before each edit.
 *
 * @param id counts up within the chat
 * @param fromId the person's id or the bot's
 * @param history oldest first, at most {@link #MAX_HISTORY}; older ones are dropped
 */
public record SimMessage(
    long chatId,
    int id,
    Author author,
    long fromId,
    Instant date,
    FormattedText formatted,
    InlineKeyboard keyboard,
    List<Revision> history) {
  static final int MAX_HISTORY = 50;

  /** Who wrote it. */
  public enum Author {
    PERSON,
    BOT
  }

  /** What the message was until {@code replacedAt}. */
  public record Revision(FormattedText formatted, InlineKeyboard keyboard, Instant replacedAt) {}

  public SimMessage {
    history = List.copyOf(history);
  }

  /** The text as people see it. */
  public String text() {
    return formatted.text();
  }

  public boolean fromBot() {
    return author == Author.BOT;
  }

  /** Whether people see "edited": the text changed, not only the buttons. */
  public boolean edited() {
    return history.stream().anyMatch(revision -> !revision.formatted().equals(formatted));
  }

  boolean shows(FormattedText otherText, InlineKeyboard otherKeyboard) {
    return formatted.equals(otherText) && keyboard.equals(otherKeyboard);
  }

  SimMessage edited(FormattedText newText, InlineKeyboard newKeyboard, Instant now) {
    List<Revision> longer = new ArrayList<>(history);
    longer.add(new Revision(formatted, keyboard, now));
    int drop = Math.max(0, longer.size() - MAX_HISTORY);
    return new SimMessage(
        chatId,
        id,
        author,
        fromId,
        date,
        newText,
        newKeyboard,
        longer.subList(drop, longer.size()));
  }
}
