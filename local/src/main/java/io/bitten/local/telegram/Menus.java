package io.bitten.local.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The bot's command lists per scope and language, and menu buttons. Guarded by the monitor. */
final class Menus {
  /** One command in the menu. */
  record Command(String command, String description) {
    ObjectNode toJson() {
      return Json.object().put("command", command).put("description", description);
    }
  }

  static final int MAX_LISTS = 50_000;
  private static final String DEFAULT_BUTTON = "";

  private final Map<String, List<Command>> lists = new LinkedHashMap<>();
  private final Map<String, ObjectNode> buttons = new LinkedHashMap<>();

  /** Replaces the list of a scope; an empty one removes it. */
  void set(Scope scope, String language, List<Command> commands) {
    String key = scope.key() + "/" + language;
    if (commands.isEmpty()) {
      lists.remove(key);
    } else {
      lists.put(key, List.copyOf(commands));
    }
    if (lists.size() > MAX_LISTS) {
      lists.remove(lists.keySet().iterator().next());
    }
  }

  List<Command> get(Scope scope, String language) {
    return lists.getOrDefault(scope.key() + "/" + language, List.of());
  }

  /** What a person sees: the first of chat, all private chats, default; own language first. */
  List<Command> shownIn(Chat chat, String language) {
    Scope wide =
        switch (chat.kind()) {
          case PRIVATE -> new Scope("all_private_chats", 0, 0);
          case GROUP -> new Scope("all_group_chats", 0, 0);
        };
    return Stream.of(new Scope("chat", chat.id(), 0), wide, Scope.DEFAULT)
        .flatMap(scope -> Stream.of(get(scope, language), get(scope, "")))
        .filter(list -> !list.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  void button(Optional<Chat> chat, ObjectNode button) {
    String key = chat.map(c -> Long.toString(c.id())).orElse(DEFAULT_BUTTON);
    if (button.path("type").asText().equals("default")) {
      buttons.remove(key);
    } else {
      buttons.put(key, button);
    }
  }

  /** The button beside the text field. */
  ObjectNode button(Optional<Chat> chat) {
    String key = chat.map(c -> Long.toString(c.id())).orElse(DEFAULT_BUTTON);
    ObjectNode commands = Json.object().put("type", "commands");
    return buttons.getOrDefault(key, buttons.getOrDefault(DEFAULT_BUTTON, commands));
  }

  ObjectNode toJson() {
    ObjectNode json = Json.object();
    ObjectNode allLists = json.putObject("lists");
    lists.forEach(
        (key, commands) -> {
          ArrayNode list = allLists.putArray(key);
          commands.forEach(command -> list.add(command.toJson()));
        });
    ObjectNode allButtons = json.putObject("buttons");
    buttons.forEach(allButtons::set);
    return json;
  }

  void restore(JsonNode json) {
    for (Map.Entry<String, JsonNode> list : json.path("lists").properties()) {
      List<Command> commands =
          list.getValue()
              .valueStream()
              .map(c -> new Command(c.path("command").asText(), c.path("description").asText()))
              .toList();
      lists.put(list.getKey(), commands);
    }
    for (Map.Entry<String, JsonNode> button : json.path("buttons").properties()) {
      if (button.getValue() instanceof ObjectNode object) {
        buttons.put(button.getKey(), object);
      }
    }
  }
}
