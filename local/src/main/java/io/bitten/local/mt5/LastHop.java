package io.bitten.local.mt5;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bitten.local.loopback.Answer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The guards of an aware farm: an id it has seen is answered from memory and never run again, an
 * order past its deadline or from an older epoch is refused.
 */
final class LastHop {
  private final FarmMemory memory;
  private final InstantSource time;

  LastHop(FarmMemory memory, InstantSource time) {
    this.memory = memory;
    this.time = time;
  }

  FarmFaults.Work guard(FarmBody body, FarmOrders.Request request) {
    Optional<Long> deadline = body.optionalWhole("deadline_ms");
    Optional<Long> epoch = body.optionalWhole("epoch");
    Optional<String> coid = body.optionalText("coid");
    long attempt = body.optionalWhole("attempt").orElse(1L);
    String hash = hash(body.tradeFields());
    return () -> {
      Echo echo = new Echo(coid.orElse(""), attempt);
      synchronized (this) {
        Optional<Answer> known = coid.flatMap(id -> known(id, hash));
        if (known.isPresent()) {
          return known.get();
        }
        if (epoch.isPresent() && !memory.current(epoch.get())) {
          return refused(echo, "STALE_EPOCH", "a newer epoch has been seen");
        }
        if (deadline.isPresent() && time.instant().isAfter(Instant.ofEpochMilli(deadline.get()))) {
          return refused(echo, "EXPIRED", "the order's deadline has passed");
        }
        coid.ifPresent(id -> memory.begin(id, hash));
        ObjectNode answer = echo.on(request.run());
        answer.put("outcome", answer.path("success").asBoolean() ? "FILLED" : "REJECTED");
        coid.ifPresent(id -> memory.finish(id, hash, answer));
        return Answer.json(200, answer);
      }
    };
  }

  ObjectNode status(String coid) {
    ObjectNode node = Wire.object().put("coid", coid);
    switch (memory.of(coid)) {
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

  private record Echo(String coid, long attempt) {
    ObjectNode on(ObjectNode node) {
      return node.put("coid", coid).put("attempt", attempt);
    }
  }

  private Optional<Answer> known(String coid, String hash) {
    return switch (memory.of(coid)) {
      case FarmMemory.NeverSeen _ -> Optional.empty();
      case FarmMemory.InProgress(String before) ->
          Optional.of(before.equals(hash) ? unknown(coid) : conflict());
      case FarmMemory.Done(String before, JsonNode answer) ->
          Optional.of(before.equals(hash) ? Answer.json(200, answer) : conflict());
    };
  }

  private static Answer unknown(String coid) {
    ObjectNode node = Wire.object();
    node.put("success", false).put("outcome", "UNKNOWN").put("coid", coid).putNull("ticket");
    return Answer.json(202, node.put("simulated", true));
  }

  private static Answer conflict() {
    return Farm.refusal(409, "coid", "this id came before with other terms");
  }

  private static Answer refused(Echo echo, String outcome, String sentence) {
    ObjectNode node = echo.on(Wire.object());
    node.put("success", false).put("error", sentence).put("error_code", outcome);
    node.put("outcome", outcome).putNull("ticket");
    return Answer.json(200, node.put("simulated", true));
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
