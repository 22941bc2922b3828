package io.bitten.local.telegram;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * People, chats and taps. Its monitor guards everything the simulator keeps: whoever checks and
 * then acts holds it, and waiters are woken at every change.
 */
final class ChatBook {
  static final int MAX_PEOPLE = 20_000;
  static final int MAX_TAPS = 10_000;
  private static final long FIRST_PERSON = 700_000_001L;
  private static final long FIRST_GROUP = -1_000_000_001L;

  private final InstantSource time;
  private final BotAccount bot;
  private final Map<Long, Person> people = new LinkedHashMap<>();
  private final Map<Long, Chat> chats = new LinkedHashMap<>();
  private final Map<String, Tap> taps = new LinkedHashMap<>();
  private long tapsEver;
  private long version = 1;
  private Runnable onChange = () -> {};

  ChatBook(InstantSource time, BotAccount bot) {
    this.time = time;
    this.bot = bot;
  }

  BotAccount bot() {
    return bot;
  }

  Instant now() {
    return time.instant();
  }

  /** Called under the monitor after every change; must be quick. */
  synchronized void onChange(Runnable listener) {
    onChange = listener;
  }

  synchronized long version() {
    return version;
  }

  synchronized void touched(Chat chat) {
    version++;
    chat.version(version);
    notifyAll();
    onChange.run();
  }

  synchronized void touchedAll() {
    version++;
    chats.values().forEach(chat -> chat.version(version));
    notifyAll();
    onChange.run();
  }

  /** The person of this name, made when there is none yet. */
  synchronized Person person(String name) {
    Optional<Person> known = people.values().stream().filter(p -> p.name().equals(name)).findAny();
    if (known.isPresent()) {
      return known.get();
    }
    long id = FIRST_PERSON;
    while (people.containsKey(id)) {
      id++;
    }
    return add(new Person(id, name, ""));
  }

  /** Adds the person or renames the one of this id. */
  synchronized Person add(Person person) {
    if (people.size() >= MAX_PEOPLE && !people.containsKey(person.id())) {
      throw new NotPossible("at most " + MAX_PEOPLE + " people");
    }
    people.put(person.id(), person);
    Chat chat =
        chats.computeIfAbsent(person.id(), id -> new Chat(id, Chat.Kind.PRIVATE, person.name()));
    touched(chat);
    return person;
  }

  synchronized Chat group(String title) {
    long id = FIRST_GROUP;
    while (chats.containsKey(id)) {
      id--;
    }
    Chat chat = new Chat(id, Chat.Kind.GROUP, title);
    chat.reach(Chat.Reach.OPEN);
    return add(chat);
  }

  synchronized Chat add(Chat chat) {
    chats.put(chat.id(), chat);
    touched(chat);
    return chat;
  }

  synchronized List<Person> people() {
    return List.copyOf(people.values());
  }

  synchronized Optional<Person> personOf(long id) {
    return Optional.ofNullable(people.get(id));
  }

  synchronized List<Chat> chats() {
    return List.copyOf(chats.values());
  }

  synchronized Optional<Chat> chat(long id) {
    return Optional.ofNullable(chats.get(id));
  }

  /** Adds a message under the chat's next id. */
  synchronized SimMessage post(Chat chat, SimMessage draft) {
    SimMessage message =
        new SimMessage(
            chat.id(),
            chat.nextMessageId(),
            draft.author(),
            draft.fromId(),
            now(),
            draft.formatted(),
            draft.keyboard(),
            List.of());
    chat.put(message);
    touched(chat);
    return message;
  }

  synchronized void replace(Chat chat, SimMessage message) {
    chat.put(message);
    touched(chat);
  }

  synchronized void delete(Chat chat, int messageId) {
    chat.remove(messageId);
    touched(chat);
  }

  /** A fresh id for a callback query: a decimal number that fits 64 bits, as the real one's. */
  synchronized String nextTapId() {
    tapsEver++;
    return Long.toString((bot.id() << 24) + tapsEver);
  }

  synchronized void keep(Chat chat, Tap tap) {
    taps.put(tap.id(), tap);
    if (taps.size() > MAX_TAPS) {
      taps.remove(taps.keySet().iterator().next());
    }
    touched(chat);
  }

  synchronized Optional<Tap> tap(String id) {
    return Optional.ofNullable(taps.get(id));
  }

  synchronized List<Tap> taps(long chatId) {
    List<Tap> found = new ArrayList<>();
    for (Tap tap : taps.values()) {
      if (tap.chatId() == chatId) {
        found.add(tap);
      }
    }
    return found;
  }

  synchronized long tapsEver() {
    return tapsEver;
  }

  synchronized void tapsEver(long count) {
    tapsEver = count;
  }
}
