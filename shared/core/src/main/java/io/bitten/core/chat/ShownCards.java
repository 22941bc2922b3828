package io.bitten.core.chat;

import io.bitten.core.account.ChatId;
import io.bitten.core.order.OrderId;
import java.time.Instant;
import java.util.Optional;

/** Which message shows what, to whom. */
public interface ShownCards {
  Optional<Shown> find(ChatId chat, Subject subject);

  /** Keeps the newer version. */
  void keep(Shown shown);

  /** The order whose card the message is. */
  Optional<OrderId> owner(ChatId chat, long messageId);

  /** Makes the message the order's own from here on, unless it is another order's. */
  void own(ChatId chat, long messageId, OrderId order, Instant at);
}
