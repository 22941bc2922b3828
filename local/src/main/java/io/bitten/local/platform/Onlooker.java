package io.bitten.local.platform;

import io.bitten.local.telegram.InlineButton;
import io.bitten.local.telegram.Person;
import io.bitten.local.telegram.SimMessage;
import io.bitten.local.telegram.TelegramSim;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits in real time for what a person would see. */
final class Onlooker {
  /** How the button begins that fires a signal. */
  static final String FIRE = "FIRE ";

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long LOOK_NANOS = 5_000_000;

  private final TelegramSim telegram;

  Onlooker(TelegramSim telegram) {
    this.telegram = telegram;
  }

  /** The label of the first button that begins like this. */
  static Optional<String> button(SimMessage message, String beginning) {
    return message.keyboard().rows().stream()
        .flatMap(Collection::stream)
        .map(InlineButton::text)
        .filter(label -> label.startsWith(beginning))
        .findFirst();
  }

  void tapWhenShown(Person person, String beginning) {
    SimMessage message =
        awaitMessage(
            "button " + beginning,
            it -> it.chatId() == person.id() && button(it, beginning).isPresent());
    telegram.tapLabel(person.id(), message.id(), button(message, beginning).orElseThrow());
  }

  /** The message once it differs from what it was. */
  SimMessage changed(Person person, SimMessage before) {
    return awaitMessage(
        "a change of message " + before.id(),
        it ->
            it.chatId() == person.id()
                && it.id() == before.id()
                && !it.text().equals(before.text()));
  }

  /** The bot's message that shows this. */
  SimMessage showing(Person person, String text) {
    return awaitMessage(
        "\"" + text + "\"",
        it -> it.chatId() == person.id() && it.fromBot() && it.text().contains(text));
  }

  private SimMessage awaitMessage(String what, Predicate<SimMessage> wanted) {
    return telegram
        .awaitMessage(wanted, PATIENCE)
        .orElseThrow(
            () -> new MissedHop(what, "not in the chat within " + PATIENCE.toSeconds() + " s"));
  }

  <T> T await(String what, Supplier<Optional<T>> found) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      Optional<T> now = found.get();
      if (now.isPresent()) {
        return now.get();
      }
      if (System.nanoTime() > end) {
        throw new MissedHop(what, "not within " + PATIENCE.toSeconds() + " s");
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }
}
