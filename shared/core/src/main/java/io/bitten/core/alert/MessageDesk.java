package io.bitten.core.alert;

import io.bitten.core.Versioned;
import io.bitten.core.World;
import io.bitten.core.account.ChatId;
import io.bitten.core.account.Reach;
import io.bitten.core.account.Trader;
import io.bitten.core.account.UserId;
import io.bitten.core.chat.Delivery;
import io.bitten.core.chat.Memos;
import io.bitten.core.chat.Outgoing;
import io.bitten.core.chat.Shown;
import io.bitten.core.chat.Subject;
import java.time.Instant;
import java.util.Optional;

/**
 * The only sender to Telegram. Each key is sent once; a crash between Telegram's answer and the
 * memo may send a post again, because Telegram has no idempotency key, but an edit changes nothing
 * twice.
 */
public final class MessageDesk {
  private final World world;
  private final AlertPace pace;

  public MessageDesk(World world) {
    this.world = world;
    this.pace = new AlertPace(world);
  }

  public Sending send(Outgoing outgoing) {
    if (world.inbox().seen(Memos.MESSAGE, outgoing.key())) {
      return new Sending.Settled();
    }
    Instant now = world.time().instant();
    return switch (outgoing) {
      case Outgoing.Post post -> post(post, now);
      case Outgoing.Alert alert -> alert(alert, now);
      case Outgoing.Edit edit ->
          settle(edit, world.messenger().edit(edit.chat(), edit.messageId(), edit.card()));
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
        Delivery delivery = world.messenger().post(alert.chat(), alert.card());
        if (delivery instanceof Delivery.Done(long messageId)) {
          pace.take(free, now);
          keep(alert.chat(), new Subject.OfSignal(alert.signal()), messageId, now);
        }
        yield settle(alert, delivery);
      }
    };
  }

  private Sending post(Outgoing.Post post, Instant now) {
    Delivery delivery = world.messenger().post(post.chat(), post.card());
    if (delivery instanceof Delivery.Done(long messageId)
        && !(post.subject() instanceof Subject.Nothing)) {
      keep(post.chat(), post.subject(), messageId, now);
    }
    return settle(post, delivery);
  }

  private Sending show(Outgoing.Show show, Instant now) {
    Optional<Shown> shown = world.shownCards().find(show.chat(), show.subject());
    if (shown.isPresent() && shown.get().version() >= show.version()) {
      remember(show, now);
      return new Sending.Settled();
    }
    Delivery delivery = shown.isPresent() ? edit(show, shown.get()) : fresh(show);
    if (delivery instanceof Delivery.Done(long messageId)) {
      keep(new Shown(show.chat(), show.subject(), messageId, show.version(), now));
    }
    return settle(show, delivery);
  }

  private Delivery edit(Outgoing.Show show, Shown shown) {
    Delivery edited = world.messenger().edit(show.chat(), shown.messageId(), show.card());
    // The message may be deleted or too old to be edited; what happened must still be told.
    return edited instanceof Delivery.Refused ? fresh(show) : edited;
  }

  private Delivery fresh(Outgoing.Show show) {
    return world.messenger().post(show.chat(), show.card());
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
        unreachable(outgoing.chat());
        remember(outgoing, now);
        yield new Sending.Unreachable(gone.why());
      }
    };
  }

  /** A lost race is no harm: whoever wrote has just heard from the person. */
  private void unreachable(ChatId chat) {
    Optional<Versioned<Trader>> trader = world.traders().find(UserId.ofTelegram(chat.value()));
    trader.ifPresent(found -> world.traders().save(found.with(found.value().with(Reach.BLOCKED))));
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
