package io.bitten.local.sim;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A FIFO queue as SQS promises it: at least once, in order within a group while nothing goes wrong,
 * a repeat's name dropped for five minutes, and the dead letters after five receipts.
 */
final class FifoQueue<T> {
  private static final int MOST_RECEIPTS = 5;
  private static final int MOST_POLL_MS = 80;
  private static final long REMEMBERED_MS = Duration.ofMinutes(5).toMillis();
  private static final long HIDDEN_MS = Duration.ofSeconds(60).toMillis();

  /** One stored message. */
  static final class Message<T> {
    private final long number;
    private final String group;
    private final T body;
    private long visibleAt;
    private int receipts;
    private boolean blocks;

    private Message(long number, String group, T body, long visibleAt) {
      this.number = number;
      this.group = group;
      this.body = body;
      this.visibleAt = visibleAt;
      this.blocks = true;
    }

    T body() {
      return body;
    }

    String receipt() {
      return Long.toString(number);
    }
  }

  private final String name;
  private final Timeline time;
  private final Faults faults;
  private final List<Message<T>> kept = new ArrayList<>();
  private final List<Runnable> waiting = new ArrayList<>();
  private long wakesAt = Long.MAX_VALUE;
  private final Map<String, Long> names = new HashMap<>();
  private long numbers;
  private final List<Message<T>> dead = new ArrayList<>();

  FifoQueue(String name, Timeline time, Faults faults) {
    this.name = name;
    this.time = time;
    this.faults = faults;
  }

  /** Stores a message, unless one of its name was stored in the last five minutes. */
  void send(String group, String once, T body) {
    Long before = names.get(once);
    if (before != null && time.now() - before < REMEMBERED_MS) {
      return;
    }
    names.put(once, time.now());
    long late = faults.hit(Fault.MESSAGE_LATE) ? faults.between(500, 20_000) : 0;
    kept.add(new Message<>(++numbers, group, body, time.now() + late));
    wakeWhenDue();
  }

  /** A long poll: calls once, as soon as something may be taken. */
  void await(Runnable taker) {
    waiting.add(taker);
    wakeWhenDue();
  }

  private void wakeWhenDue() {
    long due = waiting.isEmpty() ? Long.MAX_VALUE : due();
    if (due < wakesAt) {
      wakesAt = due;
      time.moment(due - time.now(), () -> wake(due));
    }
  }

  private void wake(long due) {
    if (due != wakesAt) {
      return;
    }
    wakesAt = Long.MAX_VALUE;
    List<Runnable> called = List.copyOf(waiting);
    waiting.clear();
    called.forEach(taker -> time.task(faults.between(1, MOST_POLL_MS), taker));
  }

  /** When the first message can be taken: its own time, and that of those which hold it up. */
  private long due() {
    long due = Long.MAX_VALUE;
    Map<String, Long> held = new HashMap<>();
    for (Message<T> message : kept) {
      long from = Math.max(message.visibleAt, held.getOrDefault(message.group, 0L));
      due = Math.min(due, from);
      if (message.blocks) {
        held.put(message.group, from);
      }
    }
    return Math.max(due, time.now());
  }

  /** Takes at most so many; a message that cannot be taken yet holds up its group. */
  List<Message<T>> receive(int most) {
    if (kept.isEmpty()) {
      return List.of();
    }
    List<Message<T>> taken = new ArrayList<>();
    Set<String> blocked = new HashSet<>();
    for (Message<T> message : List.copyOf(kept)) {
      if (taken.size() == most) {
        break;
      }
      if (message.visibleAt > time.now()) {
        if (message.blocks) {
          blocked.add(message.group);
        }
      } else if (!blocked.contains(message.group)) {
        take(message, taken);
      }
    }
    return taken;
  }

  private void take(Message<T> message, List<Message<T>> taken) {
    if (message.receipts == MOST_RECEIPTS) {
      bury(message);
      return;
    }
    message.receipts++;
    boolean twice = faults.hit(Fault.MESSAGE_TWICE);
    message.visibleAt = time.now() + (twice ? faults.between(1, 300) : HIDDEN_MS);
    message.blocks = !twice;
    taken.add(message);
  }

  /** Whether nothing is on its way; dead letters are not. */
  boolean empty() {
    return kept.isEmpty();
  }

  /** The message goes for good, unless that is lost. */
  void done(String receipt) {
    if (!faults.hit(Fault.DELETE_LOST)) {
      kept.removeIf(message -> message.receipt().equals(receipt));
      wakeWhenDue();
    }
  }

  void later(String receipt, Duration after) {
    for (Message<T> message : kept) {
      if (message.receipt().equals(receipt)) {
        message.visibleAt = time.now() + Math.max(after.toMillis(), 0);
      }
    }
    wakeWhenDue();
  }

  void bury(String receipt) {
    for (Message<T> message : List.copyOf(kept)) {
      if (message.receipt().equals(receipt)) {
        bury(message);
      }
    }
  }

  private void bury(Message<T> message) {
    kept.remove(message);
    dead.add(message);
    wakeWhenDue();
    faults.note("queue", "a message of " + name + " goes to the dead letters");
  }

  /** An operator brings the dead letters back. */
  void redrive() {
    for (Message<T> message : dead) {
      message.receipts = 0;
      message.visibleAt = time.now();
      kept.add(message);
    }
    dead.clear();
    wakeWhenDue();
  }
}
