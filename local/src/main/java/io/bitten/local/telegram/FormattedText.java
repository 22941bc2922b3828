package io.bitten.local.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text as people see it, and which parts of it are formatted. */
public record FormattedText(String text, List<Entity> entities) {
  private static final Pattern COMMAND =
      Pattern.compile("(?<![\\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\\w/<>])");

  public FormattedText {
    entities = List.copyOf(entities);
  }

  static FormattedText plain(String text) {
    return new FormattedText(text, List.of());
  }

  /** Without white space at both ends, as Telegram keeps it. */
  FormattedText trimmed() {
    String tail = text.stripTrailing();
    int cut = tail.length() - tail.stripLeading().length();
    String kept = tail.substring(cut);
    List<Entity> moved = new ArrayList<>();
    for (Entity entity : entities) {
      int from = Math.max(0, entity.offset() - cut);
      int to = Math.min(kept.length(), entity.end() - cut);
      if (from < to) {
        moved.add(new Entity(entity.type(), from, to - from, entity.argument()));
      }
    }
    return new FormattedText(kept, moved);
  }

  /** With the commands in it marked, as Telegram does for people and bots alike. */
  FormattedText withCommands() {
    List<Entity> all = new ArrayList<>(entities);
    Matcher found = COMMAND.matcher(text);
    while (found.find()) {
      Entity command =
          new Entity(EntityType.BOT_COMMAND, found.start(), found.end() - found.start(), "");
      if (entities.stream().allMatch(entity -> entity.leavesRoomFor(command))) {
        all.add(command);
      }
    }
    all.sort(Entity.OUTER_FIRST);
    return new FormattedText(text, all);
  }

  ArrayNode entitiesJson() {
    ArrayNode json = Json.array();
    entities.forEach(entity -> json.add(entity.toJson()));
    return json;
  }

  static FormattedText fromJson(JsonNode text, JsonNode entities) {
    List<Entity> read = new ArrayList<>();
    entities.forEach(entity -> read.add(Entity.fromJson(entity)));
    return new FormattedText(text.asText(), read);
  }
}
