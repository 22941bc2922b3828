package io.bitten.local.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The bot's command menu. */
final class MenuMethods {
  static final int MAX_COMMANDS = 100;
  static final int MAX_COMMAND = 32;
  static final int MAX_DESCRIPTION = 256;

  private final ChatBook book;
  private final Menus menus;
  private final Destination destination;

  MenuMethods(ChatBook book, Menus menus) {
    this.book = book;
    this.menus = menus;
    this.destination = new Destination(book);
  }

  Map<String, ApiMethod> all() {
    return Map.of(
        "setMyCommands", this::setMyCommands,
        "deleteMyCommands", this::deleteMyCommands,
        "getMyCommands", this::getMyCommands,
        "setChatMenuButton", this::setChatMenuButton,
        "getChatMenuButton", this::getChatMenuButton);
  }

  private ApiAnswer.Ok setMyCommands(Params params) throws Refused {
    List<Menus.Command> commands = commands(params);
    Scope scope = Scope.of(params, destination);
    menus.set(scope, language(params), commands);
    shown(scope);
    return ApiAnswer.Ok.yes();
  }

  private ApiAnswer.Ok deleteMyCommands(Params params) throws Refused {
    Scope scope = Scope.of(params, destination);
    menus.set(scope, language(params), List.of());
    shown(scope);
    return ApiAnswer.Ok.yes();
  }

  private void shown(Scope scope) {
    book.chat(scope.chatId()).ifPresentOrElse(book::touched, book::touchedAll);
  }

  private ApiAnswer.Ok getMyCommands(Params params) throws Refused {
    Scope scope = Scope.of(params, destination);
    ArrayNode list = Json.array();
    menus.get(scope, language(params)).forEach(command -> list.add(command.toJson()));
    return ApiAnswer.Ok.of(list);
  }

  private static String language(Params params) throws Refused {
    String language = params.text("language_code");
    if (!language.isEmpty() && !language.matches("[a-z]{2}")) {
      throw Refused.badRequest("invalid language code specified");
    }
    return language;
  }

  private static List<Menus.Command> commands(Params params) throws Refused {
    String text = params.text("commands");
    JsonNode json = text.isEmpty() ? Json.array() : Json.read(text);
    if (json.isMissingNode()) {
      throw Refused.badRequest("can't parse commands JSON object");
    }
    if (!json.isArray()) {
      throw Refused.badRequest("expected an Array of BotCommand");
    }
    if (json.size() > MAX_COMMANDS) {
      throw Refused.badRequest("BOT_COMMANDS_TOO_MUCH");
    }
    List<Menus.Command> commands = new ArrayList<>();
    for (JsonNode command : json) {
      commands.add(command(command));
    }
    return commands;
  }

  private static Menus.Command command(JsonNode json) throws Refused {
    if (!json.isObject()) {
      throw Refused.badRequest("can't parse BotCommand: expected an Object");
    }
    String name = field(json, "command");
    name = name.startsWith("/") ? name.substring(1) : name;
    String description = field(json, "description");
    if (name.isEmpty()) {
      throw Refused.badRequest("command must be non-empty");
    }
    if (name.length() > MAX_COMMAND) {
      throw Refused.badRequest("command length must not exceed " + MAX_COMMAND);
    }
    if (!name.matches("[a-z0-9_]+")) {
      throw Refused.badRequest("BOT_COMMAND_INVALID");
    }
    if (description.isEmpty()) {
      throw Refused.badRequest("command description must be non-empty");
    }
    if (description.length() > MAX_DESCRIPTION) {
      throw Refused.badRequest("command description length must not exceed " + MAX_DESCRIPTION);
    }
    return new Menus.Command(name, description);
  }

  private static String field(JsonNode json, String name) throws Refused {
    if (!json.has(name)) {
      throw Refused.badRequest("can't parse BotCommand: Can't find field \"" + name + "\"");
    }
    if (!json.path(name).isTextual()) {
      throw Refused.badRequest(
          "can't parse BotCommand: Field \"" + name + "\" must be of type String");
    }
    return json.path(name).asText().strip();
  }

  private ApiAnswer.Ok setChatMenuButton(Params params) throws Refused {
    Optional<Chat> chat = chat(params);
    menus.button(chat, menuButton(params));
    chat.ifPresentOrElse(book::touched, book::touchedAll);
    return ApiAnswer.Ok.yes();
  }

  private ApiAnswer.Ok getChatMenuButton(Params params) throws Refused {
    return ApiAnswer.Ok.of(menus.button(chat(params)));
  }

  private Optional<Chat> chat(Params params) throws Refused {
    return params.has("chat_id") ? Optional.of(destination.known(params)) : Optional.empty();
  }

  private static ObjectNode menuButton(Params params) throws Refused {
    String text = params.text("menu_button");
    JsonNode json = text.isEmpty() ? Json.object().put("type", "default") : Json.read(text);
    if (json.isMissingNode()) {
      throw Refused.badRequest("can't parse menu button JSON object");
    }
    if (!json.isObject()) {
      throw unreadable("MenuButton must be an Object");
    }
    String type = json.path("type").asText();
    return switch (type) {
      case "default", "commands" -> Json.object().put("type", type);
      case "web_app" -> {
        String label = json.path("text").asText();
        if (label.isBlank()) {
          throw unreadable("Can't find field \"text\"");
        }
        ObjectNode button = Json.object().put("type", type).put("text", label);
        String url = KeyboardReader.webApp(json.path("web_app").path("url").asText());
        button.putObject("web_app").put("url", url);
        yield button;
      }
      default -> throw unreadable("MenuButton has unsupported type");
    };
  }

  private static Refused unreadable(String why) {
    return Refused.badRequest("can't parse menu button: " + why);
  }
}
