package io.bitten.local.telegram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The updates the bot has not taken yet. Guarded by the {@link ChatBook}'s monitor. */
final class UpdateLog {
  /** The oldest is dropped beyond this. */
  static final int MAX_PENDING = 100_000;

  private static final long FIRST_ID = 100_000_001L;

  private final ChatBook book;
  private final Map<Long, Update> pending = new LinkedHashMap<>();
  private Set<String> allowed = Set.of();
  private long nextId = FIRST_ID;
  private Consumer<Update> delivery = update -> {};
  private Runnable onChange = () -> {};

  UpdateLog(ChatBook book) {
    this.book = book;
  }

  void deliverTo(Consumer<Update> newDelivery) {
    delivery = newDelivery;
  }

  void onChange(Runnable listener) {
    onChange = listener;
  }

  /** Which types the bot asked for; all of them when empty. */
  Set<String> allowed() {
    return allowed;
  }

  void allow(Set<String> types) {
    allowed = Set.copyOf(types);
    onChange.run();
  }

  /** Numbers the update and hands it to the bot; one of a type not asked for is dropped. */
  void publish(Update draft) {
    synchronized (book) {
      if (!allowed.isEmpty() && !allowed.contains(draft.type())) {
        return;
      }
      Update update =
          new Update(nextId, draft.type(), draft.queue(), draft.expires(), draft.content());
      nextId++;
      keep(update);
      book.notifyAll();
      delivery.accept(update);
    }
  }

  void keep(Update update) {
    pending.put(update.id(), update);
    if (pending.size() > MAX_PENDING) {
      pending.remove(pending.keySet().iterator().next());
    }
  }

  boolean isPending(Update update) {
    return pending.containsKey(update.id());
  }

  void done(Update update) {
    pending.remove(update.id());
    onChange.run();
  }

  void clear() {
    pending.clear();
    onChange.run();
  }

  /** What waits and is not too old, oldest first. */
  List<Update> pending() {
    pending.values().removeIf(update -> !book.now().isBefore(update.expires()));
    return List.copyOf(pending.values());
  }

  /** Forgets what came before {@code offset}; a negative one keeps that many of the newest. */
  void confirmBefore(long offset) {
    List<Update> waiting = new ArrayList<>(pending());
    long from =
        offset >= 0 || waiting.isEmpty()
            ? offset
            : waiting.get((int) Math.max(0, waiting.size() + Math.max(offset, -MAX_PENDING))).id();
    if (pending.values().removeIf(update -> update.id() < from)) {
      onChange.run();
    }
  }

  long nextId() {
    return nextId;
  }

  void nextId(long id) {
    nextId = Math.max(nextId, id);
  }
}
