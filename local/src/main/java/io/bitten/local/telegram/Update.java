package io.bitten.local.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * Something that happened, for the bot.
 *
 * @param id sequential
 * @param type {@code message}, {@code callback_query} or {@code my_chat_member}
 * @param queue updates of one queue are delivered one at a time, in order
 * @param expires after this it is dropped undelivered
 */
record Update(long id, String type, long queue, Instant expires, ObjectNode content) {

  ObjectNode toJson() {
    ObjectNode json = Json.object().put("update_id", id);
    json.set(type, content);
    return json;
  }
}
