package io.bitten.core.memory;

import io.bitten.core.account.ChatId;
import io.bitten.core.chat.Card;
import io.bitten.core.chat.Delivery;
import io.bitten.core.chat.Messenger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Chats in memory: every post gets the next message id, every edit replaces what a message shows.
 */
public final class MemoryMessenger implements Messenger {
  /**
   * A call as it came.
   *
   * @param edit whether it replaced an earlier message
   */
  public record Sent(ChatId chat, long messageId, Card card, boolean edit) {}

  private final List<Sent> sent = new ArrayList<>();
  private final Deque<Delivery> next = new ArrayDeque<>();
  private long lastMessageId;

  /** The next call gets this answer and has no effect; several are taken in turn. */
  public synchronized void answerNext(Delivery delivery) {
    next.add(delivery);
  }

  /** Every successful call, oldest first. */
  public synchronized List<Sent> sent() {
    return List.copyOf(sent);
  }

  /** What a chat shows now: its messages with their last content, oldest first. */
  public synchronized List<Sent> shown(ChatId chat) {
    return sent.stream()
        .filter(one -> one.chat().equals(chat) && !one.edit())
        .map(one -> last(chat, one.messageId()))
        .toList();
  }

  @Override
  public synchronized Delivery post(ChatId chat, Card card) {
    if (!next.isEmpty()) {
      return next.remove();
    }
    return send(new Sent(chat, ++lastMessageId, card, false));
  }

  @Override
  public synchronized Delivery edit(ChatId chat, long messageId, Card card) {
    if (!next.isEmpty()) {
      return next.remove();
    }
    boolean known =
        sent.stream().anyMatch(one -> one.chat().equals(chat) && one.messageId() == messageId);
    return known
        ? send(new Sent(chat, messageId, card, true))
        : new Delivery.Refused("message to edit not found");
  }

  @Override
  public String name() {
    return "MemoryBot";
  }

  private Delivery send(Sent one) {
    if (sent.size() >= Journal.LIMIT) {
      throw new IllegalStateException("more than " + Journal.LIMIT + " kept in memory");
    }
    sent.add(one);
    return new Delivery.Done(one.messageId());
  }

  private Sent last(ChatId chat, long messageId) {
    return sent.reversed().stream()
        .filter(one -> one.chat().equals(chat) && one.messageId() == messageId)
        .findFirst()
        .orElseThrow();
  }
}
