package io.bitten.local.telegram;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One chat with the bot. Not thread-safe: {@link ChatBook} guards it. */
final class Chat {
  /** Older messages are dropped. */
  static final int MAX_MESSAGES = 1000;

  enum Kind {
    PRIVATE,
    GROUP
  }

  /** Whether the bot's messages arrive. */
  enum Reach {
    /** The person never pressed Start: the bot does not know the chat. */
    UNKNOWN,
    OPEN,
    BLOCKED,
    DEACTIVATED
  }

  private final long id;
  private final Kind kind;
  private final String title;
  private final TreeMap<Integer, SimMessage> messages = new TreeMap<>();
  private Reach reach = Reach.UNKNOWN;
  private int nextMessageId = 1;
  private long version;
  private Instant busyUntil = Instant.EPOCH;

  Chat(long id, Kind kind, String title) {
    this.id = id;
    this.kind = kind;
    this.title = title;
  }

  long id() {
    return id;
  }

  Kind kind() {
    return kind;
  }

  String title() {
    return title;
  }

  Reach reach() {
    return reach;
  }

  void reach(Reach newReach) {
    reach = newReach;
  }

  long version() {
    return version;
  }

  void version(long newVersion) {
    version = newVersion;
  }

  /** Until when "typing" is shown. */
  Instant busyUntil() {
    return busyUntil;
  }

  void busyUntil(Instant until) {
    busyUntil = until;
  }

  int nextMessageId() {
    return nextMessageId;
  }

  void put(SimMessage message) {
    messages.put(message.id(), message);
    nextMessageId = Math.max(nextMessageId, message.id() + 1);
    if (messages.size() > MAX_MESSAGES) {
      messages.pollFirstEntry();
    }
  }

  void nextMessageId(int id) {
    nextMessageId = Math.max(nextMessageId, id);
  }

  Optional<SimMessage> message(int messageId) {
    return Optional.ofNullable(messages.get(messageId));
  }

  void remove(int messageId) {
    messages.remove(messageId);
  }

  List<SimMessage> messages() {
    return List.copyOf(messages.values());
  }

  Optional<SimMessage> last() {
    return Optional.ofNullable(messages.lastEntry()).map(Map.Entry::getValue);
  }
}
