package io.bitten.local.telegram;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The Bot API: finds the method, plays scripted faults, turns refusals into answers. */
final class BotApi {
  private final ChatBook book;
  private final FaultScript faults;
  private final Map<String, ApiMethod> methods = new HashMap<>();

  BotApi(ChatBook book, FaultScript faults) {
    this.book = book;
    this.faults = faults;
    add(Map.of("getMe", params -> ApiAnswer.Ok.of(me())));
  }

  private com.fasterxml.jackson.databind.JsonNode me() {
    return book.bot()
        .toJson()
        .put("can_join_groups", true)
        .put("can_read_all_group_messages", false)
        .put("supports_inline_queries", false);
  }

  void add(Map<String, ApiMethod> more) {
    more.forEach((name, method) -> methods.put(name.toLowerCase(Locale.ROOT), method));
  }

  /** A call from outside. Method names are case-insensitive, as in the real one. */
  ApiAnswer call(String token, String method, Params params) {
    boolean known =
        MessageDigest.isEqual(
            token.getBytes(StandardCharsets.UTF_8),
            book.bot().token().getBytes(StandardCharsets.UTF_8));
    if (!known) {
      return new ApiAnswer.Error(401, "Unauthorized", 0);
    }
    String name = method.toLowerCase(Locale.ROOT);
    if (!methods.containsKey(name)) {
      return new ApiAnswer.Error(404, "Not Found: method not found", 0);
    }
    Optional<Fault> fault = faults.take(name);
    return fault.isPresent() ? faulty(fault.get(), name, params) : execute(name, params);
  }

  private ApiAnswer faulty(Fault fault, String name, Params params) {
    return switch (fault) {
      case Fault.TooManyRequests slow -> Refused.tooMany(slow.retryAfterSeconds()).answer();
      case Fault.Blocked blocked -> Refused.forbidden("bot was blocked by the user").answer();
      case Fault.ServerError error ->
          new ApiAnswer.Error(error.status(), "Internal Server Error", 0);
      case Fault.NoAnswer none -> new ApiAnswer.Silence();
      case Fault.LostAnswer lost -> {
        execute(name, params);
        yield new ApiAnswer.Silence();
      }
    };
  }

  /** A call without faults; of a method named in lower case. */
  ApiAnswer execute(String name, Params params) {
    ApiMethod method = methods.get(name);
    if (method == null) {
      return new ApiAnswer.Error(404, "Not Found: method not found", 0);
    }
    synchronized (book) {
      try {
        return method.call(params);
      } catch (Refused refused) {
        return refused.answer();
      }
    }
  }
}
