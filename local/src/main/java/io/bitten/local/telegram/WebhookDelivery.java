package io.bitten.local.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Delivers updates to the bot's webhook: within a queue strictly one at a time and in order, queues
 * side by side up to {@code max_connections}; repeats until a 2xx or until the update expires.
 * Guarded by the {@link ChatBook}'s monitor.
 */
final class WebhookDelivery {
  /** A longer {@code Retry-After} counts as this. */
  static final Duration MAX_RETRY_AFTER = Duration.ofHours(1);

  private final ChatBook book;
  private final UpdateLog log;
  private final WebhookPost post;
  private final Timers timers;
  private final Map<Long, Lane> lanes = new HashMap<>();
  private final Deque<Lane> waiting = new ArrayDeque<>();
  private BiConsumer<String, Params> bodyCall = (method, params) -> {};
  private Webhook webhook = Webhook.NONE;
  private long epoch;
  private int underWay;
  private Instant lastErrorAt = Instant.EPOCH;
  private String lastError = "";

  WebhookDelivery(UpdateLog log, ChatBook book, WebhookPost post, Timers timers) {
    this.log = log;
    this.book = book;
    this.post = post;
    this.timers = timers;
  }

  /** Who carries out a method named in the body of a 2xx answer. */
  void bodyCalls(BiConsumer<String, Params> caller) {
    bodyCall = caller;
  }

  Webhook webhook() {
    return webhook;
  }

  Instant lastErrorAt() {
    return lastErrorAt;
  }

  String lastError() {
    return lastError;
  }

  /** Delivers there from now on, beginning with what waits. */
  void deliverTo(Webhook target) {
    webhook = target;
    epoch++;
    lanes.clear();
    waiting.clear();
    underWay = 0;
    lastError = "";
    lastErrorAt = Instant.EPOCH;
    if (target.isSet()) {
      log.pending().forEach(this::offer);
    }
  }

  void offer(Update update) {
    if (webhook.isSet()) {
      Lane lane = lanes.computeIfAbsent(update.queue(), id -> new Lane());
      lane.updates().addLast(update);
      start(lane, update.queue());
    }
  }

  private void start(Lane lane, long queue) {
    if (lane.busy()) {
      return;
    }
    dropExpired(lane);
    if (lane.updates().isEmpty()) {
      lanes.remove(queue, lane);
    } else if (underWay >= webhook.maxConnections()) {
      if (!waiting.contains(lane)) {
        waiting.addLast(lane);
      }
    } else {
      Update update = lane.updates().getFirst();
      long sentIn = epoch;
      lane.busy(true);
      underWay++;
      post.post(webhook, Json.write(update.toJson()), reply -> answered(sentIn, lane, reply));
    }
  }

  private void dropExpired(Lane lane) {
    while (!lane.updates().isEmpty()) {
      Update first = lane.updates().getFirst();
      if (log.isPending(first) && book.now().isBefore(first.expires())) {
        return;
      }
      log.done(first);
      lane.next();
    }
  }

  private void answered(long sentIn, Lane lane, WebhookPost.Reply reply) {
    synchronized (book) {
      if (sentIn != epoch) {
        return;
      }
      underWay--;
      Update update = lane.updates().getFirst();
      switch (reply) {
        case WebhookPost.Answered answer when answer.status() / 100 == 2 -> {
          log.done(update);
          lane.next();
          lane.busy(false);
          callBody(answer);
          start(lane, update.queue());
        }
        case WebhookPost.Answered answer -> {
          failed("Wrong response from the webhook: " + answer.status());
          later(lane, update.queue(), answer.retryAfterSeconds());
        }
        case WebhookPost.Unreachable nobody -> {
          failed(nobody.why());
          later(lane, update.queue(), 0);
        }
      }
      startWaiting();
    }
  }

  private void failed(String why) {
    lastError = why;
    lastErrorAt = book.now();
  }

  private void later(Lane lane, long queue, long retryAfterSeconds) {
    Duration backOff = lane.failed();
    Duration asked = Duration.ofSeconds(Math.min(retryAfterSeconds, MAX_RETRY_AFTER.toSeconds()));
    long sentIn = epoch;
    timers.after(
        asked.isZero() ? backOff : asked,
        () -> {
          synchronized (book) {
            if (sentIn == epoch) {
              lane.busy(false);
              start(lane, queue);
            }
          }
        });
  }

  private void startWaiting() {
    for (int n = waiting.size(); n > 0 && underWay < webhook.maxConnections(); n--) {
      Lane lane = waiting.removeFirst();
      if (!lane.updates().isEmpty()) {
        start(lane, lane.updates().getFirst().queue());
      }
    }
  }

  /** The answer's body may name a method; nobody hears what became of it. */
  private void callBody(WebhookPost.Answered answer) {
    if (!answer.contentType().startsWith("application/json")) {
      return;
    }
    JsonNode body = Json.read(answer.body());
    String method = body.path("method").asText("").toLowerCase(Locale.ROOT);
    if (body.isObject() && !method.isEmpty() && allowedInBody(method)) {
      bodyCall.accept(method, Params.of(body));
    }
  }

  private static boolean allowedInBody(String method) {
    return switch (method) {
      case "setwebhook", "deletewebhook", "close", "logout" -> false;
      default -> !method.startsWith("get");
    };
  }
}
