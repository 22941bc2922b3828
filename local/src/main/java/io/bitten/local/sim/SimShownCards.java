package io.bitten.local.sim;

import io.bitten.core.account.ChatId;
import io.bitten.core.chat.Shown;
import io.bitten.core.chat.ShownCards;
import io.bitten.core.chat.Subject;
import io.bitten.core.order.OrderId;
import java.time.Instant;
import java.util.Optional;

/** Which message shows what, as a function of the cloud sees it. */
final class SimShownCards implements ShownCards {
  private final ShownCards stored;
  private final Caller caller;
  private final Mutant mutant;

  SimShownCards(ShownCards stored, Caller caller, Mutant mutant) {
    this.stored = stored;
    this.caller = caller;
    this.mutant = mutant;
  }

  @Override
  public Optional<Shown> find(ChatId chat, Subject subject) {
    caller.before("ShownCards.find");
    Optional<Shown> found = stored.find(chat, subject);
    caller.after("ShownCards.find");
    return mutant == Mutant.OLD_CARDS ? found.map(SimShownCards::first) : found;
  }

  private static Shown first(Shown shown) {
    return new Shown(shown.chat(), shown.subject(), shown.messageId(), 0, shown.at());
  }

  @Override
  public void keep(Shown shown) {
    caller.before("ShownCards.keep");
    stored.keep(shown);
    caller.after("ShownCards.keep");
  }

  @Override
  public Optional<OrderId> owner(ChatId chat, long messageId) {
    caller.before("ShownCards.owner");
    Optional<OrderId> owner = stored.owner(chat, messageId);
    caller.after("ShownCards.owner");
    return mutant == Mutant.BUTTONS_REPLACE ? Optional.empty() : owner;
  }

  @Override
  public void own(ChatId chat, long messageId, OrderId order, Instant at) {
    caller.before("ShownCards.own");
    stored.own(chat, messageId, order, at);
    caller.after("ShownCards.own");
  }
}
