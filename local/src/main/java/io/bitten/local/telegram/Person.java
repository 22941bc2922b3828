package io.bitten.local.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Somebody who uses this simulated Telegram. The private chat with the bot has the same id.
 *
 * @param username without {@code @}; empty when the person has none
 */
public record Person(long id, String name, String username) {
  static final int MAX_NAME = 64;

  public Person {
    if (id <= 0 || id >= 1L << 52) {
      throw new NotPossible("a person's id is 1..2^52: " + id);
    }
    if (name.isBlank() || name.length() > MAX_NAME) {
      throw new NotPossible("a name has 1.." + MAX_NAME + " characters");
    }
    if (!username.matches("|[A-Za-z][A-Za-z0-9_]{3,31}")) {
      throw new NotPossible("a username has 4..32 of A-Za-z0-9_: " + username);
    }
  }

  ObjectNode toJson() {
    ObjectNode json = Json.object().put("id", id).put("is_bot", false).put("first_name", name);
    if (!username.isEmpty()) {
      json.put("username", username);
    }
    return json.put("language_code", "en");
  }

  static Person fromJson(JsonNode json) {
    return new Person(
        json.path("id").asLong(),
        json.path("first_name").asText(),
        json.path("username").asText(""));
  }
}
