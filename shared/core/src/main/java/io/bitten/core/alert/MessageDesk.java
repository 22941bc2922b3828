package io.bitten.core.alert;

import io.bitten.core.Rulebook;
import io.bitten.core.Versioned;
import io.bitten.core.World;
import io.bitten.core.account.ChatId;
import io.bitten.core.account.Reach;
import io.bitten.core.account.Trader;
import io.bitten.core.account.UserId;
import io.bitten.core.chat.Card;
import io.bitten.core.chat.Delivery;
import io.bitten.core.chat.Memos;
import io.bitten.core.chat.Outgoing;
import io.bitten.core.chat.Shown;
import io.bitten.core.chat.Subject;
import io.bitten.core.order.OrderId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The only sender to Telegram. Each key is sent once; a crash between Telegram's answer and the
 * memo may send a post again, because Telegram has no idempotency key, but an edit changes nothing
 * twice.
 */
public final class MessageDesk {
  private final World world;
  private final AlertPace pace;

  public MessageDesk(World world, Rulebook rules) {
    this.world = world;
    this.pace = new AlertPace(world, rules.alertsAMinute());
  }

  public Sending send(Outgoing outgoing) {
    if (world.inbox().seen(Memos.MESSAGE, outgoing.key())) {
      return new Sending.Settled();
    }
    Instant now = world.time().instant();
    return switch (outgoing) {
      case Outgoing.Post post -> post(post, now);
      case Outgoing.Alert alert -> alert(alert, now);
      case Outgoing.Edit edit -> edit(edit);
      case Outgoing.Show show -> show(show, now);
    };
  }

  private Sending alert(Outgoing.Alert alert, Instant now) {
    if (!now.isBefore(alert.until())) {
      remember(alert, now);
      return new Sending.Missed(alert.until());
    }
    return switch (pace.ask(alert.chat())) {
      case AlertPace.Answer.Full full -> new Sending.Later(full.retryAfter());
      case AlertPace.Answer.Free free -> {
        Delivery delivery = post(alert.chat(), alert.card());
        if (delivery instanceof Delivery.Done(long messageId)) {
          pace.take(free, now);
          keep(alert.chat(), new Subject.OfSignal(alert.signal()), messageId, now);
        }
        yield settle(alert, delivery);
      }
    };
  }

  private Sending post(Outgoing.Post post, Instant now) {
    Delivery delivery = post(post.chat(), post.card());
    if (delivery instanceof Delivery.Done(long messageId)
        && !(post.subject() instanceof Subject.Nothing)) {
      keep(post.chat(), post.subject(), messageId, now);
    }
    return settle(post, delivery);
  }

  /** A message that shows an order is the order's alone: what else is told comes below it. */
  private Sending edit(Outgoing.Edit edit) {
    boolean free = world.shownCards().owner(edit.chat(), edit.messageId()).isEmpty();
    return settle(
        edit, free ? edited(edit, edit.messageId(), edit.card()) : post(edit.chat(), edit.card()));
  }

  private Sending show(Outgoing.Show show, Instant now) {
    Optional<Shown> shown = world.shownCards().find(show.chat(), show.subject());
    if (shown.isPresent() && shown.get().version() >= show.version()) {
      remember(show, now);
      return new Sending.Settled();
    }
    Delivery delivery =
        shown
            .filter(card -> free(show, card))
            .map(card -> edited(show, card.messageId(), show.card()))
            .orElseGet(() -> post(show.chat(), show.card()));
    if (delivery instanceof Delivery.Done(long messageId)) {
      own(show, messageId, shown, now);
      keep(new Shown(show.chat(), show.subject(), messageId, show.version(), now));
    }
    return settle(show, delivery);
  }

  /** The message in which an order was confirmed may show another order by now. */
  private boolean free(Outgoing.Show show, Shown card) {
    return !(show.subject() instanceof Subject.OfOrder(OrderId order))
        || card.version() > 0
        || world
            .shownCards()
            .owner(show.chat(), card.messageId())
            .filter(owner -> !owner.equals(order))
            .isEmpty();
  }

  /** Before the card is kept: what is kept is not shown again after a crash. */
  private void own(Outgoing.Show show, long messageId, Optional<Shown> before, Instant now) {
    boolean known =
        before.filter(card -> card.version() > 0 && card.messageId() == messageId).isPresent();
    if (!known && show.subject() instanceof Subject.OfOrder(OrderId order)) {
      world.shownCards().own(show.chat(), messageId, order, now);
    }
  }

  private Delivery edited(Outgoing outgoing, long messageId, Card card) {
    Delivery edited = edit(outgoing.chat(), messageId, card);
    // The message may be deleted or too old to be edited; what happened must still be told.
    return edited instanceof Delivery.Refused ? post(outgoing.chat(), card) : edited;
  }

  private Delivery post(ChatId chat, Card card) {
    return reached(chat, () -> world.messenger().post(chat, card));
  }

  private Delivery edit(ChatId chat, long messageId, Card card) {
    return reached(chat, () -> world.messenger().edit(chat, messageId, card));
  }

  /**
   * Whom a call does not reach is read and called once more: who came back in between either gets
   * it, or is stored anew meanwhile and not marked by what is out of date.
   */
  private Delivery reached(ChatId chat, Supplier<Delivery> call) {
    Delivery first = call.get();
    if (!(first instanceof Delivery.Unreachable)) {
      return first;
    }
    Optional<Versioned<Trader>> trader = world.traders().find(UserId.ofTelegram(chat.value()));
    Delivery second = call.get();
    if (second instanceof Delivery.Unreachable) {
      trader.ifPresent(
          found -> world.traders().save(found.with(found.value().with(Reach.BLOCKED))));
    }
    return second;
  }

  private Sending settle(Outgoing outgoing, Delivery delivery) {
    Instant now = world.time().instant();
    return switch (delivery) {
      case Delivery.Done done -> {
        remember(outgoing, now);
        yield new Sending.Sent(done.messageId());
      }
      case Delivery.Slow slow -> new Sending.Later(slow.retryAfter());
      case Delivery.Refused refused -> {
        remember(outgoing, now);
        yield new Sending.Dead(refused.why());
      }
      case Delivery.Unreachable gone -> {
        remember(outgoing, now);
        yield new Sending.Unreachable(gone.why());
      }
    };
  }

  /** The newest message of a subject counts, so the version of a post is its time. */
  private void keep(ChatId chat, Subject subject, long messageId, Instant now) {
    keep(new Shown(chat, subject, messageId, now.toEpochMilli(), now));
  }

  private void keep(Shown shown) {
    world.shownCards().keep(shown);
  }

  private void remember(Outgoing outgoing, Instant now) {
    world.inbox().remember(Memos.MESSAGE, outgoing.key(), now.plus(Memos.KEPT));
  }
}
