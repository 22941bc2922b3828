package io.bitten.local.sim;

import io.bitten.core.account.ChatId;
import io.bitten.core.chat.Card;
import io.bitten.core.chat.Delivery;
import io.bitten.core.chat.Messenger;
import io.bitten.core.chat.Outgoing;
import io.bitten.core.order.Order;
import io.bitten.core.order.Orphan;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Telegram: chats with their messages, waits that it asks for, people who block the bot. Its calls
 * are short here; what a timeout does is played by a lost answer.
 */
final class SimTelegram {
  private static final String NUMBER = "TRD_";
  private static final String TICKET = "ticket <code>";

  private final Timeline time;
  private final Faults faults;
  private final ChatChecks checks;
  private final Map<ChatId, Room> rooms = new HashMap<>();
  private BiConsumer<ChatId, Long> eyes = (chat, message) -> {};
  private long messages;

  /** One private chat. */
  private static final class Room {
    private final Map<Long, Card> shown = new HashMap<>();
    private final Map<String, Long> last = new HashMap<>();
    private boolean blocked;
    private long waitUntil;
    private Heard heard = Heard.NO;
  }

  /** Whether the platform knows of the wait: its sender has heard it, and the queue keeps it. */
  private enum Heard {
    NO,
    BY_SENDER,
    BY_QUEUE
  }

  SimTelegram(Timeline time, Faults faults, ChatChecks checks) {
    this.time = time;
    this.faults = faults;
    this.checks = checks;
  }

  /** Tells which message of a chat is new or has changed. */
  void watched(BiConsumer<ChatId, Long> watcher) {
    eyes = watcher;
  }

  /** Telegram as the sender of one message calls it. */
  Messenger on(Outgoing outgoing, Caller caller) {
    return new Messenger() {
      @Override
      public Delivery post(ChatId chat, Card card) {
        return call(caller, room(chat), () -> posted(chat, card, outgoing));
      }

      @Override
      public Delivery edit(ChatId chat, long messageId, Card card) {
        return call(caller, room(chat), () -> edited(chat, messageId, card));
      }

      @Override
      public String name() {
        throw new UnsupportedOperationException("no sender of messages asks for the bot's name");
      }
    };
  }

  /** Telegram did not answer, as its adapter tells it. */
  static final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Unavailable(String message) {
      super(message, null, false, false);
    }
  }

  private interface Effect {
    Delivery deliver();
  }

  private Delivery call(Caller caller, Room room, Effect effect) {
    caller.before("Messenger");
    Checks.hold(
        room.heard != Heard.BY_QUEUE || time.now() >= room.waitUntil,
        Invariant.I26_FLOOD_RESPECTED,
        "a call comes " + (room.waitUntil - time.now()) + " ms before Telegram's wait is over");
    if (faults.hit(Fault.TELEGRAM_FAILS)) {
      throw new Unavailable("502");
    }
    Delivery delivery = answer(room, effect);
    if (faults.hit(Fault.TELEGRAM_UNSURE)) {
      throw new Unavailable("no answer");
    }
    caller.after("Messenger");
    if (delivery instanceof Delivery.Slow) {
      room.heard = Heard.BY_SENDER;
    }
    return delivery;
  }

  private Delivery answer(Room room, Effect effect) {
    if (room.blocked) {
      return new Delivery.Unreachable("Forbidden: bot was blocked by the user");
    }
    if (time.now() >= room.waitUntil) {
      if (!faults.hit(Fault.FLOOD)) {
        return effect.deliver();
      }
      room.waitUntil = time.now() + faults.between(1, 40) * 1_000;
      room.heard = Heard.NO;
    }
    long seconds = (room.waitUntil - time.now() + 999) / 1_000;
    return new Delivery.Slow(Duration.ofSeconds(seconds));
  }

  private Delivery posted(ChatId chat, Card card, Outgoing outgoing) {
    checks.posted(outgoing);
    long id = ++messages;
    show(chat, id, card);
    return new Delivery.Done(id);
  }

  private Delivery edited(ChatId chat, long id, Card card) {
    Card before = room(chat).shown.get(id);
    if (before == null || faults.hit(Fault.EDIT_REFUSED)) {
      return new Delivery.Refused("Bad Request: message can't be edited");
    }
    if (!before.equals(card)) {
      show(chat, id, card);
    }
    return new Delivery.Done(id);
  }

  private void show(ChatId chat, long id, Card card) {
    checks.shows(checks.reader(chat), card);
    Room room = room(chat);
    room.shown.put(id, card);
    subject(card).ifPresent(subject -> room.last.put(subject, id));
    faults.note("chat " + chat, id + ": " + card.html().lines().findFirst().orElse(""));
    eyes.accept(chat, id);
  }

  /** An order's card ends with its number; an orphan's names the ticket of its position. */
  private static Optional<String> subject(Card card) {
    String html = card.html();
    int number = html.indexOf(NUMBER, html.stripTrailing().lastIndexOf('\n') + 1);
    int ticket = html.indexOf(TICKET);
    if (number >= 0) {
      return Optional.of(html.substring(number, end(html, number)));
    }
    return ticket < 0
        ? Optional.empty()
        : Optional.of(html.substring(ticket, end(html, ticket + TICKET.length())));
  }

  private static int end(String html, int from) {
    int end = from;
    while (end < html.length() && (html.charAt(end) == '_' || isPart(html.charAt(end)))) {
      end++;
    }
    return end;
  }

  private static boolean isPart(char one) {
    return Character.isLetterOrDigit(one);
  }

  /** What the message shows that was the last to show this order. */
  Optional<Card> lastOf(ChatId chat, Order order) {
    return last(chat, order.number());
  }

  /** The same of a position that no order stands for. */
  Optional<Card> lastOf(ChatId chat, Orphan orphan) {
    return last(chat, TICKET + orphan.fill().ticket());
  }

  private Optional<Card> last(ChatId chat, String subject) {
    Room room = room(chat);
    return Optional.ofNullable(room.last.get(subject)).map(room.shown::get);
  }

  Optional<Card> shown(ChatId chat, long message) {
    return Optional.ofNullable(room(chat).shown.get(message));
  }

  /** The queue has taken a message back for as long as its sender said. */
  void kept(ChatId chat) {
    Room room = room(chat);
    if (room.heard == Heard.BY_SENDER) {
      room.heard = Heard.BY_QUEUE;
    }
  }

  void block(ChatId chat) {
    room(chat).blocked = true;
  }

  void letIn(ChatId chat) {
    room(chat).blocked = false;
  }

  boolean blocked(ChatId chat) {
    return room(chat).blocked;
  }

  private Room room(ChatId chat) {
    return rooms.computeIfAbsent(chat, any -> new Room());
  }
}
