package io.bitten.core.chat;

import io.bitten.core.Event;
import io.bitten.core.EventHeader;
import io.bitten.core.Some;
import io.bitten.core.Versioned;
import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.account.ChatId;
import io.bitten.core.account.DemoPool;
import io.bitten.core.account.UserId;
import io.bitten.core.fill.Report;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.halt.HaltTexts;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.memory.MemoryMessenger.Sent;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.OrphanFact;
import io.bitten.core.signal.LedgerEntry;
import io.bitten.core.signal.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A person talking to the bot on the memory world, with every queue between them carried by hand.
 */
final class Conversation {
  static final ChatSettings SETTINGS =
      new ChatSettings(
          () -> "not-a-secret-only-a-test",
          "BittenBot",
          DemoPool.parse(
              List.of(Some.ACCOUNT + ":broker1:USD"),
              List.of(Some.ACCOUNT + "=everybody"),
              Set.of()),
          "Simulated market and broker",
          "",
          Set.of(9001L));

  final ManualTime time;
  final MemoryWorld memory;
  private final TapDoor door;
  private final Desks desks;
  private final UserId user;
  private final ChatId chatId;
  private final String name;
  private long update;
  private int read;
  private String answer = "";
  private final StringBuilder transcript = new StringBuilder();

  Conversation(long telegramId, String name) {
    this(telegramId, name, SETTINGS);
  }

  Conversation(long telegramId, String name, ChatSettings settings) {
    this(telegramId, name, MemoryWorld.on(new ManualTime(Some.NOW)), settings);
  }

  /** A person in a world where others talk too; whoever talks carries everybody's queues. */
  Conversation(long telegramId, String name, MemoryWorld memory, ChatSettings settings) {
    this.memory = memory;
    this.time = (ManualTime) memory.time();
    this.update = telegramId * 1_000;
    this.read = memory.messenger().sent().size();
    this.door = new TapDoor(memory.world(), settings.tapSecret());
    this.desks = new Desks(memory, settings);
    this.user = UserId.ofTelegram(telegramId);
    this.chatId = new ChatId(telegramId);
    this.name = name;
  }

  /** Accepts the terms, links the demo account and has a fresh calendar. */
  void ready() {
    say("/start");
    tap("I accept the terms and the risk");
    tap("Link a demo account");
    memory.calendars().keep(Some.calendar());
    passes(Duration.ofSeconds(1));
  }

  /** Types a text; what the chat shows because of it. */
  String say(String text) {
    memory.queues().update(new Incoming.Said(++update, chatId, user, name, text));
    return noted("> " + text);
  }

  /** Taps the newest button with this label; what the chat shows then. */
  String tap(String label) {
    throughTheDoor(tapped(label));
    return noted("> [" + label + "]" + (answer.isEmpty() ? "" : " -> " + answer));
  }

  /** Notes an event from outside, and what the chat shows because of it. */
  String noted(String what) {
    String shown = carried();
    transcript.append(what).append('\n').append(shown).append(shown.isEmpty() ? "" : "\n");
    return shown;
  }

  /** From here on the transcript is a new one. */
  void newPage() {
    transcript.setLength(0);
  }

  /** Everything that was said, tapped and shown. */
  String transcript() {
    return transcript.toString();
  }

  boolean shows(String label) {
    return memory.messenger().shown(chatId).stream()
        .flatMap(sent -> sent.card().rows().stream())
        .flatMap(List::stream)
        .anyMatch(button -> button instanceof Button.Callback && button.label().equals(label));
  }

  /** The tap on the newest button with this label, as Telegram would send it. */
  Incoming.Tapped tapped(String label) {
    for (Sent sent : memory.messenger().shown(chatId).reversed()) {
      for (List<Button> row : sent.card().rows()) {
        for (Button button : row) {
          if (button instanceof Button.Callback callback && callback.label().equals(label)) {
            return new Incoming.Tapped(
                ++update, chatId, user, name, sent.messageId(), callback.data());
          }
        }
      }
    }
    throw new AssertionError("no button " + label);
  }

  /** What the door does with a tap. */
  TapRoute throughTheDoor(Incoming.Tapped tapped) {
    TapRoute route = door.take(tapped);
    answer = route.answer();
    return route;
  }

  String answer() {
    return answer;
  }

  /** A signal stands in the ledger and is announced. */
  String signal(Signal signal) {
    memory.ledger().append(signal, LedgerEntry.after(memory.ledger().head(), signal.id().value()));
    memory.events().publish(new Event.SignalGenerated(header("signal-" + signal.id()), signal));
    return noted("= a signal is generated");
  }

  /** The relay moves the trader's only order on. */
  String relay(OrderState next) {
    Versioned<Order> order = memory.orders().find(onlyOrder().id()).orElseThrow();
    memory.orders().save(order.with(order.value().with(next)));
    desks
        .fills()
        .book(
            new Report.OrderMoved(
                order.value().id(),
                order.value().account(),
                order.version() + 1,
                next.label(),
                time.instant()));
    return noted("= the relay says " + next.label());
  }

  /** The relay has learned something about a position without an order. */
  String orphan(OrphanFact fact) {
    desks
        .fills()
        .book(new Report.OrphanSeen(Some.ACCOUNT, Some.fill().ticket(), fact, time.instant()));
    return noted("= the relay says " + fact.getClass().getSimpleName());
  }

  /** A hop says so long after the last act that it has taken the scope's newest halt. */
  String reached(HaltScope scope, String hop, Duration later) {
    time.advance(later);
    long epoch = memory.halts().read(scope).epoch();
    desks.fills().book(new Report.HaltSeen(HaltTexts.of(scope), epoch, hop, time.instant()));
    return noted("= " + hop + " says it has seen the halt");
  }

  String sweep() {
    desks.sweeps().sweep();
    return noted("= the sweep has run");
  }

  void beat(String relay) {
    desks
        .fills()
        .book(new Report.Heartbeat(relay, "boot-1", "up", List.of(Some.ACCOUNT), time.instant()));
  }

  /** What the chat got because of what others did. */
  String looks() {
    return noted("= " + name + " looks at the chat");
  }

  void seen(AccountSnapshot snapshot) {
    memory.accounts().keep(snapshot);
  }

  void passes(Duration duration) {
    time.advance(duration);
    memory.accounts().keep(Some.snapshot(time.instant()));
  }

  Order onlyOrder() {
    return memory.orders().of(user, "", 10).items().getFirst();
  }

  /** Carries every queue until all are empty; what the chat got. */
  String carried() {
    desks.carry();
    return unread();
  }

  private String unread() {
    List<String> lines = new ArrayList<>();
    List<Sent> all = memory.messenger().sent();
    for (Sent sent : all.subList(read, all.size())) {
      if (!sent.chat().equals(chatId)) {
        continue;
      }
      lines.add((sent.edit() ? "--- edit " : "--- message ") + sent.messageId());
      lines.add(sent.card().html());
      sent.card()
          .rows()
          .forEach(row -> lines.add(row.stream().map(Conversation::shown).toList().toString()));
    }
    read = all.size();
    return String.join("\n", lines);
  }

  private static String shown(Button button) {
    return switch (button) {
      case Button.Callback callback -> callback.label() + "/" + callback.style();
      case Button.Disabled disabled -> "(" + disabled.label() + ")";
      case Button.Copy copy -> "copy " + copy.text();
      case Button.Open open -> "open " + open.url();
    };
  }

  private EventHeader header(String id) {
    return EventHeader.of(id, time.instant(), Some.correlation());
  }
}
