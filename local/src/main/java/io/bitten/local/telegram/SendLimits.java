package io.bitten.local.telegram;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Counts what the bot sends. A refused call takes nothing. */
final class SendLimits {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final LimitRules rules;
  private final Bucket overall;
  private final Map<Long, Bucket> chats = new HashMap<>();
  private final Map<Long, Deque<Instant>> groups = new HashMap<>();

  SendLimits(LimitRules rules) {
    this.rules = rules;
    this.overall = new Bucket(rules.overallPerSecond(), rules.overallPerSecond());
  }

  /** Counts one message or edit in this chat, or refuses with the time to wait. */
  void take(Chat chat, Instant now) throws Refused {
    Bucket own =
        chats.computeIfAbsent(
            chat.id(), id -> new Bucket(rules.chatBurst(), rules.chatPerSecond()));
    double wait = Math.max(overall.wait(now), own.wait(now));
    Deque<Instant> sent = groups.computeIfAbsent(chat.id(), id -> new ArrayDeque<>());
    if (chat.kind() == Chat.Kind.GROUP) {
      wait = Math.max(wait, groupWait(sent, now));
    }
    if (wait > 0) {
      throw Refused.tooMany((int) Math.ceil(wait));
    }
    overall.take();
    own.take();
    if (chat.kind() == Chat.Kind.GROUP) {
      sent.addLast(now);
    }
  }

  private double groupWait(Deque<Instant> sent, Instant now) {
    while (!sent.isEmpty() && !sent.getFirst().plus(MINUTE).isAfter(now)) {
      sent.removeFirst();
    }
    return sent.size() < rules.groupPerMinute()
        ? 0
        : seconds(Duration.between(now, sent.getFirst().plus(MINUTE)));
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  private static final class Bucket {
    private final int capacity;
    private final double perSecond;
    private double tokens;
    private Instant filled = Instant.MIN;

    Bucket(int capacity, double perSecond) {
      this.capacity = capacity;
      this.perSecond = perSecond;
      this.tokens = capacity;
    }

    /** Seconds until one may be taken; 0 when at once. */
    double wait(Instant now) {
      if (filled.equals(Instant.MIN)) {
        filled = now;
      }
      if (now.isAfter(filled)) {
        tokens = Math.min(capacity, tokens + seconds(Duration.between(filled, now)) * perSecond);
        filled = now;
      }
      return tokens >= 1 - 1e-9 ? 0 : (1 - tokens) / perSecond;
    }

    void take() {
      tokens = Math.max(0, tokens - 1);
    }
  }
}
