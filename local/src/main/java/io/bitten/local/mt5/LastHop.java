package io.bitten.local.mt5;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bitten.adapters.json.Fields;
import io.bitten.local.loopback.Answer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The guards of an aware farm: an id it has seen is answered from memory and never run again, an
 * order past its deadline, from an older lease or decided before a newer halt is refused.
 */
final class LastHop {
  private static final int MAX_ID = 64;

  /** Before a broker's name, where its halts' epochs are remembered. */
  private static final String HALTS = "halts of ";

  private final FarmMemory memory;
  private final InstantSource time;

  LastHop(FarmMemory memory, InstantSource time) {
    this.memory = memory;
    this.time = time;
  }

  FarmFaults.Work guard(Fields body, FarmOrders.Request request) {
    Optional<Long> deadline = body.maybeWhole("deadline_ms");
    Optional<Long> epoch = body.maybeWhole("epoch");
    Optional<Long> halts = body.maybeWhole("halt_epoch");
    String broker = body.maybeText("broker", MAX_ID).orElse("");
    Optional<String> id = body.maybeText("order_id", MAX_ID);
    Key key = new Key(id.orElse(""), body.maybeWhole("attempt").orElse(1L), request.terms());
    return () -> {
      synchronized (this) {
        Optional<Answer> known = id.isPresent() ? known(key) : Optional.empty();
        if (known.isPresent()) {
          return known.get();
        }
        if (epoch.isPresent() && !memory.current(broker, epoch.get())) {
          return refused(key, "STALE_EPOCH", "a newer epoch has been seen");
        }
        if (halts.isPresent() && !memory.current(HALTS + broker, halts.get())) {
          return refused(key, "HALTED", "a newer halt epoch has been seen");
        }
        if (deadline.isPresent() && time.instant().isAfter(Instant.ofEpochMilli(deadline.get()))) {
          return refused(key, "EXPIRED", "the order's deadline has passed");
        }
        return Answer.json(200, run(key, request));
      }
    };
  }

  private ObjectNode run(Key key, FarmOrders.Request request) {
    if (key.id().isEmpty()) {
      return request.work().get();
    }
    memory.begin(key);
    ObjectNode answer = key.on(request.work().get());
    answer.put("outcome", answer.path("success").asBoolean() ? "FILLED" : "REJECTED");
    memory.finish(key, answer);
    return answer;
  }

  ObjectNode status(String id) {
    ObjectNode node = Wire.object().put("order_id", id);
    switch (memory.of(id)) {
      case FarmMemory.NeverSeen _ -> node.put("state", "NEVER_SEEN");
      case FarmMemory.InProgress _ -> node.put("state", "IN_PROGRESS");
      case FarmMemory.Done done -> {
        node.put("state", "DONE");
        node.set("answer", done.answer());
      }
    }
    Instant now = time.instant();
    return node.put("timestamp", now.getEpochSecond()).put("simulated", true);
  }

  void forget() {
    memory.forget();
  }

  /** Which order this is, which try, and for what; the terms are empty for nobody. */
  record Key(String id, long attempt, String terms) {
    ObjectNode on(ObjectNode node) {
      return node.put("order_id", id).put("attempt", attempt);
    }
  }

  /** A filled order answers every later try; a refused one may be tried anew under a new number. */
  private Optional<Answer> known(Key key) {
    return switch (memory.of(key.id())) {
      case FarmMemory.NeverSeen _ -> Optional.empty();
      case FarmMemory.InProgress before ->
          Optional.of(before.key().equals(key) ? unknown(key) : conflict(key));
      case FarmMemory.Done done when key.attempt() > done.key().attempt() ->
          done.answer().path("success").asBoolean()
              ? Optional.of(Answer.json(200, done.answer()))
              : Optional.empty();
      case FarmMemory.Done done ->
          Optional.of(done.key().equals(key) ? Answer.json(200, done.answer()) : conflict(key));
    };
  }

  private static Answer unknown(Key key) {
    ObjectNode node = key.on(Wire.object());
    node.put("success", false).put("outcome", "UNKNOWN").putNull("ticket");
    return Answer.json(202, node.put("simulated", true));
  }

  /** No plain refusal: under the earlier terms the order may well have been filled. */
  private static Answer conflict(Key key) {
    ObjectNode node = key.on(Wire.object());
    node.put("success", false).put("error", "this id came before with other terms");
    node.put("error_code", "ID_CONFLICT").put("field", "order_id").putNull("ticket");
    return Answer.json(409, node.put("simulated", true));
  }

  private static Answer refused(Key key, String outcome, String sentence) {
    ObjectNode node = key.on(Wire.object());
    node.put("success", false).put("error", sentence).put("error_code", outcome);
    node.put("outcome", outcome).putNull("ticket");
    return Answer.json(200, node.put("simulated", true));
  }
}
