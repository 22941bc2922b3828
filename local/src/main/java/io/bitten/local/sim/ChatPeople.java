package io.bitten.local.sim;

import io.bitten.core.account.ChatId;
import io.bitten.core.account.Reach;
import io.bitten.core.chat.Button;
import io.bitten.core.chat.Card;
import io.bitten.core.signal.SignalId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** People who read their chats: they tap, tap twice, tap what is old, leave and come back. */
final class ChatPeople {
  private static final int CARD_MS = 30_000;
  private static final int MOST_CHANGES = 4;

  private final ChatScene scene;
  private final Timeline time;
  private final Faults faults;
  private final ChatDoor door;
  private final Map<ChatId, List<Seen>> seen = new HashMap<>();
  private final Set<String> answered = new HashSet<>();

  /** A button somebody has seen. */
  private record Seen(long message, String data) {
    char verb() {
      return data.charAt(0);
    }
  }

  ChatPeople(ChatScene scene, ChatDoor door) {
    this.scene = scene;
    this.time = scene.time();
    this.faults = scene.faults();
    this.door = door;
  }

  /** Looks into the chats, and does what people do some time in the given span. */
  void begin(long spanMs) {
    scene.telegram().watched(this::changed);
    for (ChatReader reader : scene.checks().readers()) {
      if (faults.often(Fault.BLOCKED)) {
        time.moment(faults.between(500, spanMs), () -> block(reader));
      }
      for (int i = 0; i < MOST_CHANGES; i++) {
        if (faults.often(Fault.TIER_CHANGED)) {
          time.moment(faults.between(500, spanMs), () -> scene.stripe().acts(reader));
        }
      }
      for (int i = 0; i < 2; i++) {
        if (faults.often(Fault.OLD_BUTTON)) {
          time.moment(faults.between(spanMs / 3, spanMs), () -> tapOld(reader));
        }
      }
    }
  }

  private void block(ChatReader reader) {
    scene.telegram().block(reader.chat());
    reader.blocks(time.instant());
    faults.note(reader.user().value(), "blocks the bot");
    door.moved(reader, Reach.BLOCKED);
    if (faults.mostly(Fault.RETURNED)) {
      time.moment(faults.between(20, 15_000), () -> comesBack(reader));
    }
  }

  /** Lets the bot in again. */
  void comesBack(ChatReader reader) {
    if (scene.telegram().blocked(reader.chat())) {
      scene.telegram().letIn(reader.chat());
      faults.note(reader.user().value(), "lets the bot in again");
      door.moved(reader, Reach.REACHABLE);
    }
  }

  private void changed(ChatId chat, long message) {
    ChatReader reader = scene.checks().reader(chat);
    time.moment(faults.between(100, 1_500), () -> look(reader, message));
  }

  private void look(ChatReader reader, long message) {
    Card card = scene.telegram().shown(reader.chat(), message).orElseThrow();
    List<Seen> fresh =
        card.rows().stream()
            .flatMap(List::stream)
            .filter(Button.Callback.class::isInstance)
            .map(button -> new Seen(message, ((Button.Callback) button).data()))
            .filter(button -> answered.add(reader.user() + button.data()))
            .toList();
    seen.computeIfAbsent(reader.chat(), any -> new ArrayList<>()).addAll(fresh);
    fresh.forEach(button -> answer(reader, button, fresh));
  }

  private void answer(ChatReader reader, Seen button, List<Seen> card) {
    switch (button.verb()) {
      case 'f' -> fire(reader, button);
      case 'c' ->
          card.stream()
              .filter(other -> other.verb() == 'x')
              .findFirst()
              .ifPresent(cancel -> confirm(reader, button, cancel));
      case 'k' -> close(reader, button);
      default -> {}
    }
  }

  private void fire(ChatReader reader, Seen button) {
    if (faults.percent(70)) {
      long thinks = faults.between(50, 3_000);
      tap(reader, button, thinks);
      if (faults.often(Fault.DOUBLE_FIRE)) {
        tap(reader, button, thinks + faults.between(0, 2_500));
      }
    }
  }

  private void confirm(ChatReader reader, Seen button, Seen cancel) {
    long thinks = faults.often(Fault.LATE_TAP) ? CARD_MS + 10 : faults.between(50, 1_500);
    if (faults.percent(15)) {
      tap(reader, cancel, thinks);
      return;
    }
    tap(reader, button, thinks);
    if (faults.often(Fault.DOUBLE_TAP)) {
      tap(reader, button, thinks + faults.between(0, 2_500));
    }
    if (faults.often(Fault.CANCEL_TOO)) {
      tap(reader, cancel, Math.max(0, thinks + faults.between(-1_500, 1_500)));
    }
  }

  private void close(ChatReader reader, Seen button) {
    if (faults.often(Fault.CLOSE)) {
      tap(reader, button, faults.between(200, 8_000));
    }
  }

  private void tapOld(ChatReader reader) {
    List<Seen> all = seen.getOrDefault(reader.chat(), List.of());
    if (!all.isEmpty()) {
      tap(reader, all.get(faults.below(all.size())), 0);
    }
  }

  private void tap(ChatReader reader, Seen button, long inMs) {
    time.moment(
        inMs,
        () -> {
          String data = button.data();
          if (button.verb() == 'f') {
            scene.checks().fires(reader.user(), new SignalId("SIG_" + data.split(":")[1]), data);
          }
          door.tapped(reader, button.message(), data);
        });
  }
}
