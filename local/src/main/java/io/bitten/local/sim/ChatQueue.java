package io.bitten.local.sim;

import io.bitten.core.Contention;
import io.bitten.core.account.ChatId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A queue and the function behind it, which takes one message at a time of each group: its time
 * ends before the queue would bring the message again, so two never have one of a FIFO in hand.
 */
final class ChatQueue {
  private static final int MOST_POLL_MS = 80;
  private static final long REMEMBERED_MS = Duration.ofMinutes(5).toMillis();

  /** The template's queues: order, time a taken message is hidden, receipts. */
  enum Way {
    SIGNALS(Order.NONE, 30_000, 6),
    NOTICES(Order.NONE, 20_000, 15),
    MESSAGES(Order.IN_GROUP, 30_000, 50),
    UPDATES(Order.IN_GROUP, 20_000, 10),
    FIRES(Order.IN_GROUP, 10_000, 5),
    ORDERS(Order.IN_GROUP, 60_000, 5),
    REPORTS(Order.IN_GROUP, 20_000, 15),
    BILLING(Order.NONE, 60_000, 10);

    private final Order order;
    private final long hiddenMs;
    private final int receipts;

    Way(Order order, long hiddenMs, int receipts) {
      this.order = order;
      this.hiddenMs = hiddenMs;
      this.receipts = receipts;
    }
  }

  private enum Order {
    NONE,
    IN_GROUP
  }

  /** What a step made of its message. */
  enum Took {
    DONE,
    /** It goes back; the step has said when it shall come again. */
    LATER
  }

  /** One stored message. */
  static final class Message {
    private final long number;
    private final String group;
    private final String body;
    private long visibleAt;
    private int receipts;
    private boolean inHand;

    private Message(long number, String group, String body, long visibleAt) {
      this.number = number;
      this.group = group;
      this.body = body;
      this.visibleAt = visibleAt;
    }

    String body() {
      return body;
    }

    String receipt() {
      return Long.toString(number);
    }

    int receipts() {
      return receipts;
    }
  }

  private final Way way;
  private final Timeline time;
  private final Faults faults;
  private final List<Message> kept = new ArrayList<>();
  private final Map<String, Long> names = new HashMap<>();
  private Function<Message, Took> step = message -> Took.DONE;
  private long numbers;
  private long wakesAt = Long.MAX_VALUE;
  private int buried;

  ChatQueue(Way way, Timeline time, Faults faults) {
    this.way = way;
    this.time = time;
    this.faults = faults;
  }

  /** Calls the step with everything that is sent; what dies or fails is brought again. */
  void serve(Function<Message, Took> function) {
    step = function;
  }

  /** Stores a message, unless a FIFO got one of its name and group in the last five minutes. */
  void send(String group, String once, String body) {
    if (way.order == Order.IN_GROUP) {
      Long before = names.put(group + " " + once, time.now());
      if (before != null && time.now() - before < REMEMBERED_MS) {
        names.put(group + " " + once, before);
        return;
      }
    }
    add(group, body);
    if (way.order == Order.NONE && faults.hit(Fault.MESSAGE_TWICE)) {
      add(group, body);
    }
    pump();
  }

  private void add(String group, String body) {
    long late = faults.hit(Fault.MESSAGE_LATE) ? faults.between(500, 20_000) : 0;
    long shuffled = way.order == Order.NONE ? faults.between(0, 300) : 0;
    kept.add(new Message(++numbers, group, body, time.now() + late + shuffled));
  }

  /**
   * Brings a taken message of a chat again after this long, instead of when its time is over.
   *
   * @return the chat, whose other messages wait as long
   */
  Optional<ChatId> later(String receipt, Duration after) {
    for (Message message : kept) {
      if (message.receipt().equals(receipt)) {
        message.visibleAt = time.now() + after.toMillis();
        return Optional.of(new ChatId(Long.parseLong(message.group)));
      }
    }
    return Optional.empty();
  }

  boolean empty() {
    return kept.isEmpty();
  }

  /** Messages that came too often. */
  int buried() {
    return buried;
  }

  private void pump() {
    long next = Long.MAX_VALUE;
    Set<String> held = new HashSet<>();
    for (int i = 0; i < kept.size(); i++) {
      Message message = kept.get(i);
      if (way.order == Order.IN_GROUP && !held.add(message.group)) {
        continue;
      }
      if (!message.inHand && message.visibleAt <= time.now()) {
        take(message);
      } else if (!message.inHand) {
        next = Math.min(next, message.visibleAt);
      }
    }
    wake(next);
  }

  private void wake(long due) {
    if (due < wakesAt) {
      wakesAt = due;
      time.moment(
          due - time.now(),
          () -> {
            if (wakesAt == due) {
              wakesAt = Long.MAX_VALUE;
              pump();
            }
          });
    }
  }

  private void take(Message message) {
    message.inHand = true;
    time.task(faults.between(1, MOST_POLL_MS), () -> run(message));
  }

  private void run(Message message) {
    message.visibleAt = time.now() + way.hiddenMs;
    if (++message.receipts > way.receipts) {
      faults.note("queue", "a message of " + way + " goes to the dead letters");
      buried++;
      kept.remove(message);
      pump();
      return;
    }
    try {
      if (step.apply(message) == Took.DONE) {
        done(message);
      }
    } catch (Crash crash) {
      faults.note("cloud", "a function of " + way + " is killed");
    } catch (StoreTrouble | SimTelegram.Unavailable | Contention trouble) {
      faults.note("cloud", "a function of " + way + " fails: " + trouble.getMessage());
    }
    message.inHand = false;
    pump();
  }

  private void done(Message message) {
    if (faults.hit(Fault.DELETE_LOST)) {
      return;
    }
    if (way.order == Order.IN_GROUP && faults.hit(Fault.MESSAGE_TWICE)) {
      message.visibleAt = time.now() + faults.between(1, 300);
      return;
    }
    kept.remove(message);
  }
}
