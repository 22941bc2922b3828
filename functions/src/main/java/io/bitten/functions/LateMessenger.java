package io.bitten.functions;

import io.bitten.core.account.ChatId;
import io.bitten.core.chat.Card;
import io.bitten.core.chat.Delivery;
import io.bitten.core.chat.Messenger;
import java.util.function.Supplier;

/** A messenger whose token is read at the first message. */
record LateMessenger(Supplier<Messenger> messenger) implements Messenger {
  @Override
  public Delivery post(ChatId chat, Card card) {
    return messenger.get().post(chat, card);
  }

  @Override
  public Delivery edit(ChatId chat, long messageId, Card card) {
    return messenger.get().edit(chat, messageId, card);
  }

  @Override
  public String name() {
    return messenger.get().name();
  }
}
