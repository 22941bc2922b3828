package io.bitten.local.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

final class MessageTest {
  private final Rig rig = Rig.unlimited();
  private final String chat = "" + rig.chat;

  private String refusedText(String... more) {
    String[] all = new String[more.length + 2];
    all[0] = "chat_id";
    all[1] = chat;
    System.arraycopy(more, 0, all, 2, more.length);
    return rig.refusal("sendMessage", all);
  }

  @Test
  void a_message_arrives_with_its_formatting_and_comes_back_as_json() {
    JsonNode sent =
        rig.done("sendMessage", "chat_id", chat, "text", " <b>hi</b> \n", "parse_mode", "HTML");
    assertThat(sent.path("text").asText()).isEqualTo("hi");
    assertThat(sent.path("entities").get(0).path("type").asText()).isEqualTo("bold");
    assertThat(sent.path("from").path("is_bot").asBoolean()).isTrue();
    assertThat(sent.path("date").asLong()).isEqualTo(VirtualTime.START.getEpochSecond());
    assertThat(rig.sim.messages(rig.chat).getLast().text()).isEqualTo("hi");
  }

  @Test
  void commands_are_marked_in_the_bots_text_too_but_not_in_code_or_half_in_bold() {
    JsonNode sent =
        rig.done(
            "sendMessage",
            "chat_id",
            chat,
            "parse_mode",
            "HTML",
            "text",
            "<b>try /intel</b> <code>/fire</code> EUR/USD 1 / 2 /he<b>lp</b>");
    assertThat(sent.path("entities").valueStream().map(e -> e.path("type").asText()))
        .containsExactly("bold", "bot_command", "code", "bold");
    assertThat(sent.at("/entities/1/offset").asInt()).isEqualTo(4);
  }

  @Test
  void the_same_send_twice_is_two_messages() {
    assertThat(rig.send("same")).isNotEqualTo(rig.send("same"));
    assertThat(rig.sim.messages(rig.chat)).filteredOn(SimMessage::fromBot).hasSize(2);
  }

  @Test
  void a_text_has_1_to_4096_utf16_units_after_parsing() {
    rig.done("sendMessage", "chat_id", chat, "text", "x".repeat(4096));
    rig.done(
        "sendMessage",
        "chat_id",
        chat,
        "parse_mode",
        "HTML",
        "text",
        "<b>" + "x".repeat(4096) + "</b>");
    assertThat(refusedText("text", "x".repeat(4097))).isEqualTo("Bad Request: message is too long");
    assertThat(refusedText("text", "😀".repeat(2049)))
        .isEqualTo("Bad Request: message is too long");
    assertThat(refusedText("text", "x".repeat(40_000))).isEqualTo("Bad Request: text is too long");
    assertThat(refusedText()).isEqualTo("Bad Request: message text is empty");
    assertThat(refusedText("text", " \n ")).isEqualTo("Bad Request: text must be non-empty");
    assertThat(refusedText("text", "<b></b>", "parse_mode", "html"))
        .isEqualTo("Bad Request: text must be non-empty");
  }

  @Test
  void an_unknown_parse_mode_is_refused() {
    assertThat(refusedText("text", "x", "parse_mode", "HTM"))
        .isEqualTo("Bad Request: unsupported parse_mode");
  }

  @Test
  void a_lone_surrogate_is_refused() {
    assertThat(refusedText("text", "a\ud83d"))
        .isEqualTo("Bad Request: strings must be encoded in UTF-8");
  }

  @Test
  void only_a_started_chat_is_found() {
    long shy = rig.sim.person("Shy").id();
    assertThat(rig.refusal("sendMessage", "chat_id", "" + shy, "text", "x"))
        .isEqualTo("Bad Request: chat not found");
    assertThat(rig.refusal("sendMessage", "chat_id", "99", "text", "x"))
        .isEqualTo("Bad Request: chat not found");
    assertThat(rig.refusal("sendMessage", "chat_id", "12x", "text", "x"))
        .isEqualTo("Bad Request: chat not found");
    assertThat(rig.refusal("sendMessage", "text", "x")).isEqualTo("Bad Request: chat_id is empty");
  }

  @Test
  void a_blocked_bot_is_told_so_until_the_person_comes_back() {
    rig.sim.block(rig.chat);
    assertThat(rig.call("sendMessage", "chat_id", chat, "text", "x"))
        .isEqualTo(new ApiAnswer.Error(403, "Forbidden: bot was blocked by the user", 0));
    rig.sim.unblock(rig.chat);
    rig.send("x");
    rig.sim.block(rig.chat);
    rig.sim.say(rig.chat, "/start");
    rig.send("y");
  }

  @Test
  void an_edit_replaces_the_message_and_keeps_what_it_was() {
    int id = rig.sendWithButtons("one", "[[{\"text\":\"A\",\"callback_data\":\"a\"}]]");
    rig.advanceSeconds(5);
    JsonNode edited =
        rig.done("editMessageText", "chat_id", chat, "message_id", "" + id, "text", "two");
    assertThat(edited.path("edit_date").asLong()).isEqualTo(VirtualTime.START.getEpochSecond() + 5);
    assertThat(edited.has("reply_markup")).isFalse();
    SimMessage now = rig.message(id);
    assertThat(now.text()).isEqualTo("two");
    assertThat(now.edited()).isTrue();
    assertThat(now.history()).extracting(r -> r.formatted().text()).containsExactly("one");
  }

  @Test
  void an_edit_that_changes_nothing_is_refused() {
    String buttons = Rig.keyboard("[[{\"text\":\"A\",\"callback_data\":\"a\"}]]");
    int id = rig.sendWithButtons("one", "[[{\"text\":\"A\",\"callback_data\":\"a\"}]]");
    assertThat(
            rig.refusal(
                "editMessageText",
                "chat_id",
                chat,
                "message_id",
                "" + id,
                "text",
                "one",
                "reply_markup",
                buttons))
        .startsWith("Bad Request: message is not modified");
    assertThat(
            rig.refusal(
                "editMessageReplyMarkup",
                "chat_id",
                chat,
                "message_id",
                "" + id,
                "reply_markup",
                buttons))
        .startsWith("Bad Request: message is not modified");
    rig.done("editMessageReplyMarkup", "chat_id", chat, "message_id", "" + id);
    assertThat(rig.message(id).keyboard()).isEqualTo(InlineKeyboard.NONE);
    assertThat(rig.message(id).edited()).as("the text stayed").isFalse();
  }

  @Test
  void only_the_bots_own_known_messages_are_edited() {
    int said = rig.sim.say(rig.chat, "mine").id();
    assertThat(
            rig.refusal("editMessageText", "chat_id", chat, "message_id", "" + said, "text", "x"))
        .isEqualTo("Bad Request: message can't be edited");
    assertThat(rig.refusal("editMessageText", "chat_id", chat, "message_id", "99", "text", "x"))
        .isEqualTo("Bad Request: message to edit not found");
    assertThat(rig.refusal("editMessageText", "chat_id", chat, "text", "x"))
        .isEqualTo("Bad Request: message identifier is not specified");
  }

  @Test
  void a_message_is_deleted_once_and_for_two_days() {
    int id = rig.send("x");
    int old = rig.send("old");
    rig.done("deleteMessage", "chat_id", chat, "message_id", "" + id);
    assertThat(rig.refusal("deleteMessage", "chat_id", chat, "message_id", "" + id))
        .isEqualTo("Bad Request: message to delete not found");
    rig.advanceSeconds(48 * 3600 + 1);
    assertThat(rig.refusal("deleteMessage", "chat_id", chat, "message_id", "" + old))
        .isEqualTo("Bad Request: message can't be deleted for everyone");
  }

  @Test
  void a_chat_action_is_one_of_the_known() {
    rig.done("sendChatAction", "chat_id", chat, "action", "typing");
    assertThat(rig.refusal("sendChatAction", "chat_id", chat, "action", "dancing"))
        .isEqualTo("Bad Request: wrong parameter action in request");
  }

  @Test
  void the_token_and_the_method_are_checked() {
    assertThat(rig.sim.api().call("4242:wrong", "getMe", Params.of()))
        .isEqualTo(new ApiAnswer.Error(401, "Unauthorized", 0));
    assertThat(rig.refusal("sendMessages")).isEqualTo("Not Found: method not found");
    assertThat(rig.done("GETME").path("username").asText()).isEqualTo("bitten_sim_bot");
  }
}
