package io.bitten.local.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MenuTest {
  private final Rig rig = Rig.unlimited();
  private final String chatScope = "{\"type\":\"chat\",\"chat_id\":" + rig.chat + "}";

  private String refused(String commands) {
    return rig.refusal("setMyCommands", "commands", commands);
  }

  private static String command(String name, String description) {
    return "{\"command\":\"" + name + "\",\"description\":\"" + description + "\"}";
  }

  @Test
  void each_scope_has_its_own_commands() {
    String wide = "[" + command("start", "Begin") + "]";
    String own = "[" + command("/tcs", "Score") + "," + command("fire", "Trade") + "]";
    rig.done("setMyCommands", "commands", wide);
    rig.done("setMyCommands", "commands", own, "scope", chatScope);
    assertThat(rig.done("getMyCommands").toString()).isEqualTo(wide);
    assertThat(rig.done("getMyCommands", "scope", chatScope).get(0).path("command").asText())
        .as("the slash is dropped")
        .isEqualTo("tcs");
    rig.done("deleteMyCommands", "scope", chatScope);
    assertThat(rig.done("getMyCommands", "scope", chatScope)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{\"command\":\"Fire\",\"description\":\"x\"}] | BOT_COMMAND_INVALID",
        "[{\"command\":\"\",\"description\":\"x\"}] | command must be non-empty",
        "[{\"command\":\"a\",\"description\":\" \"}] | command description must be non-empty",
        "[{\"command\":\"a\"}] | can't parse BotCommand: Can't find field \"description\"",
        "[7] | can't parse BotCommand: expected an Object",
        "{} | expected an Array of BotCommand",
        "[ | can't parse commands JSON object"
      })
  void wrong_commands_are_refused_with_the_reason(String commands, String why) {
    assertThat(refused(commands)).isEqualTo("Bad Request: " + why);
  }

  @Test
  void names_descriptions_and_their_number_have_limits() {
    assertThat(refused("[" + command("a".repeat(33), "x") + "]"))
        .isEqualTo("Bad Request: command length must not exceed 32");
    assertThat(refused("[" + command("a", "x".repeat(257)) + "]"))
        .isEqualTo("Bad Request: command description length must not exceed 256");
    String many = (command("a", "x") + ",").repeat(100) + command("a", "x");
    assertThat(refused("[" + many + "]")).isEqualTo("Bad Request: BOT_COMMANDS_TOO_MUCH");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\":\"chat\",\"chat_id\":1} | chat not found",
        "{\"type\":\"chat\"} | can't parse BotCommandScope: Can't find field \"chat_id\"",
        "{\"type\":\"galaxy\"} | can't parse BotCommandScope: Unsupported type specified",
        "{} | can't parse BotCommandScope: Can't find field \"type\"",
        "[] | can't parse BotCommandScope: BotCommandScope must be an Object",
        "x | can't parse BotCommandScope JSON object"
      })
  void wrong_scopes_are_refused_with_the_reason(String scope, String why) {
    assertThat(rig.refusal("setMyCommands", "commands", "[]", "scope", scope))
        .isEqualTo("Bad Request: " + why);
  }

  @Test
  void a_chat_may_have_a_menu_button_of_its_own() {
    String button =
        "{\"type\":\"web_app\",\"text\":\"HUD\",\"web_app\":{\"url\":\"http://localhost:1/h\"}}";
    rig.done("setChatMenuButton", "chat_id", "" + rig.chat, "menu_button", button);
    assertThat(rig.done("getChatMenuButton", "chat_id", "" + rig.chat).toString())
        .isEqualTo(button);
    assertThat(rig.done("getChatMenuButton").path("type").asText()).isEqualTo("commands");
    assertThat(rig.refusal("setChatMenuButton", "menu_button", "{\"type\":\"bell\"}"))
        .isEqualTo("Bad Request: can't parse menu button: MenuButton has unsupported type");
  }
}
