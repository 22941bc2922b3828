package io.bitten.local.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** A webhook that answers when and what the test says. */
final class ScriptedPost implements WebhookPost {
  static final Reply OK = new Answered(200, 0, "application/json", "");
  static final Reply BROKEN = new Answered(500, 0, "text/plain", "");

  /** One delivery, answered or not. */
  record Delivery(Webhook webhook, JsonNode update, Instant at, Consumer<Reply> done) {
    long id() {
      return update.path("update_id").asLong();
    }
  }

  private final InstantSource time;
  private final List<Delivery> all = new ArrayList<>();
  private final Deque<Reply> next = new ArrayDeque<>();
  private boolean holding;

  ScriptedPost(InstantSource time) {
    this.time = time;
  }

  /** From now on the test answers each delivery itself. */
  void hold() {
    holding = true;
  }

  void answerNext(Reply... replies) {
    next.addAll(List.of(replies));
  }

  List<Delivery> all() {
    return all;
  }

  Delivery last() {
    return all.getLast();
  }

  @Override
  public void post(Webhook webhook, String json, Consumer<Reply> done) {
    all.add(new Delivery(webhook, Json.read(json), time.instant(), done));
    if (!next.isEmpty()) {
      done.accept(next.removeFirst());
    } else if (!holding) {
      done.accept(OK);
    }
  }
}
