package io.bitten.adapters.dynamodb;

import io.bitten.adapters.json.Json;
import io.bitten.core.account.ChatId;
import io.bitten.core.chat.Shown;
import io.bitten.core.chat.ShownCards;
import io.bitten.core.chat.Subject;
import io.bitten.core.halt.HaltTexts;
import io.bitten.core.order.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Which message shows what to whom; forgotten after {@link #KEPT}. */
public final class DynamoShownCards implements ShownCards {
  private static final String OWNER = "owner";
  private static final Duration KEPT = Duration.ofDays(90);

  private final Table inbox;
  private final Expiry expiry;

  DynamoShownCards(Table inbox, Expiry expiry) {
    this.inbox = inbox;
    this.expiry = expiry;
  }

  @Override
  public Optional<Shown> find(ChatId chat, Subject subject) {
    return inbox
        .get(partition(chat), sort(subject))
        .map(item -> Json.read(item.text(Item.DOC), Shown.class));
  }

  @Override
  public void keep(Shown shown) {
    Item item =
        Item.at(partition(shown.chat()), sort(shown.subject()))
            .with(Item.VERSION, shown.version())
            .with(Item.TTL, expiry.secondsFor(shown.at().plus(KEPT)))
            .with(Item.DOC, Json.write(shown));
    AttributeValue version = AttributeValue.fromN(Long.toString(shown.version()));
    inbox.putIf(item, Condition.absentOrBelow(Item.VERSION, version));
  }

  @Override
  public Optional<OrderId> owner(ChatId chat, long messageId) {
    return inbox
        .get(partition(chat), message(messageId))
        .map(item -> new OrderId(item.text(OWNER)));
  }

  @Override
  public void own(ChatId chat, long messageId, OrderId order, Instant at) {
    Item item =
        Item.at(partition(chat), message(messageId))
            .with(OWNER, order.value())
            .with(Item.TTL, expiry.secondsFor(at.plus(KEPT)));
    inbox.putIf(item, Condition.absent());
  }

  private static String message(long id) {
    return "message#" + id;
  }

  private static String partition(ChatId chat) {
    return "chat#" + chat;
  }

  private static String sort(Subject subject) {
    return switch (subject) {
      case Subject.Nothing nothing -> "nothing";
      case Subject.OfSignal of -> "signal#" + of.signal();
      case Subject.OfOrder of -> "order#" + of.order();
      case Subject.OfHalt of -> "halt#" + HaltTexts.of(of.scope()) + "#" + of.epoch();
    };
  }
}
