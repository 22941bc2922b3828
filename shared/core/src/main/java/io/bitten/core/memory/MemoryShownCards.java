package io.bitten.core.memory;

import io.bitten.core.account.ChatId;
import io.bitten.core.chat.Shown;
import io.bitten.core.chat.ShownCards;
import io.bitten.core.chat.Subject;
import io.bitten.core.order.OrderId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which message shows what. */
public final class MemoryShownCards implements ShownCards {
  private record Place(ChatId chat, Subject subject) {}

  private record Message(ChatId chat, long id) {}

  private final Map<Place, Shown> cards = new HashMap<>();
  private final Map<Message, OrderId> owners = new HashMap<>();

  @Override
  public synchronized Optional<Shown> find(ChatId chat, Subject subject) {
    return Optional.ofNullable(cards.get(new Place(chat, subject)));
  }

  @Override
  public synchronized void keep(Shown shown) {
    cards.merge(
        new Place(shown.chat(), shown.subject()),
        shown,
        (kept, given) -> given.version() > kept.version() ? given : kept);
  }

  @Override
  public synchronized Optional<OrderId> owner(ChatId chat, long messageId) {
    return Optional.ofNullable(owners.get(new Message(chat, messageId)));
  }

  @Override
  public synchronized void own(ChatId chat, long messageId, OrderId order, Instant at) {
    owners.putIfAbsent(new Message(chat, messageId), order);
  }
}
