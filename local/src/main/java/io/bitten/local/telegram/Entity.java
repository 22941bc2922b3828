package io.bitten.local.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.Locale;

/**
 * A formatted part of a text.
 *
 * @param offset in UTF-16 units
 * @param length in UTF-16 units
 * @param argument address, language, emoji id or time, by the type; empty when there is none
 */
public record Entity(EntityType type, int offset, int length, String argument) {
  static final Comparator<Entity> OUTER_FIRST =
      Comparator.comparingInt(Entity::offset)
          .thenComparing(Comparator.comparingInt(Entity::length).reversed());

  int end() {
    return offset + length;
  }

  /** Whether a found entity may stand beside this one or inside it. */
  boolean leavesRoomFor(Entity found) {
    boolean apart = found.end() <= offset || end() <= found.offset();
    boolean inside = offset <= found.offset() && found.end() <= end();
    return switch (type) {
      case CODE, PRE, TEXT_LINK, CUSTOM_EMOJI, DATE_TIME, BOT_COMMAND -> apart;
      case BOLD, ITALIC, UNDERLINE, STRIKETHROUGH, SPOILER, BLOCKQUOTE, EXPANDABLE_BLOCKQUOTE ->
          apart || inside;
    };
  }

  ObjectNode toJson() {
    ObjectNode json =
        Json.object().put("type", type.wireName()).put("offset", offset).put("length", length);
    return argument.isEmpty() || type.argumentField().isEmpty()
        ? json
        : json.put(type.argumentField(), argument);
  }

  static Entity fromJson(JsonNode json) {
    EntityType type = EntityType.valueOf(json.path("type").asText().toUpperCase(Locale.ROOT));
    String argument =
        type.argumentField().isEmpty() ? "" : json.path(type.argumentField()).asText("");
    return new Entity(type, json.path("offset").asInt(), json.path("length").asInt(), argument);
  }
}
