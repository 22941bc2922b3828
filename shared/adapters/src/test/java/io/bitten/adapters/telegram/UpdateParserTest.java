package io.bitten.adapters.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.account.ChatId;
import io.bitten.core.account.Reach;
import io.bitten.core.account.UserId;
import io.bitten.core.chat.Incoming;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class UpdateParserTest {
  private static final ChatId CHAT = new ChatId(7001);
  private static final UserId USER = UserId.ofTelegram(7001);

  @Test
  void a_message_becomes_what_was_said() {
    assertThat(
            parse(
                """
                {"update_id": 5, "message": {"message_id": 1, "date": 1700000000, "new_thing": {},
                 "from": {"id": 7001, "is_bot": false, "first_name": "Anna", "last_name": "B"},
                 "chat": {"id": 7001, "type": "private"}, "text": "/start r_x"}}\
                """))
        .isEqualTo(
            new TelegramUpdate.Taken(new Incoming.Said(5, CHAT, USER, "Anna B", "/start r_x")));
  }

  @Test
  void an_edit_is_not_said_again() {
    TelegramUpdate edit =
        parse(
            """
            {"update_id": 5, "edited_message": {"message_id": 1, "date": 1700000000,
             "edit_date": 1700000009, "from": {"id": 7001, "is_bot": false, "first_name": "Anna"},
             "chat": {"id": 7001, "type": "private"}, "text": "/recover it is over"}}\
            """);

    assertThat(edit)
        .isEqualTo(
            new TelegramUpdate.Taken(
                new Incoming.Edited(5, CHAT, USER, "Anna", "/recover it is over")));
  }

  @Test
  void a_tap_is_read_even_under_a_message_that_is_not_accessible() {
    assertThat(
            parse(
                """
                {"update_id": 6, "callback_query": {"id": "77", "data": "p:x", "chat_instance": "1",
                 "from": {"id": 7001, "first_name": "Anna"},
                 "message": {"chat": {"id": 7001, "type": "private"}, "message_id": 9, "date": 0}}}
                """))
        .isEqualTo(
            new TelegramUpdate.Tap(new Incoming.Tapped(6, CHAT, USER, "Anna", 9, "p:x"), "77"));
  }

  @Test
  void blocking_and_coming_back_are_heard() {
    String change =
        """
        {"update_id": 7, "my_chat_member": {"from": {"id": 7001, "first_name": "Anna"},
         "chat": {"id": 7001, "type": "private"}, "new_chat_member": {"status": "%s"}}}\
        """;
    assertThat(parse(change.formatted("kicked"))).isEqualTo(moved(Reach.BLOCKED));
    assertThat(parse(change.formatted("member"))).isEqualTo(moved(Reach.REACHABLE));
  }

  @Test
  void kinds_we_do_not_know_are_passed_over() {
    assertThat(parse("{\"update_id\": 8, \"guest_message\": {\"text\": 5}}"))
        .isInstanceOf(TelegramUpdate.Ignored.class);
    assertThat(
            parse(
                """
                {"update_id": 8, "message": {"from": {"id": 1, "first_name": "A"},
                 "chat": {"id": 1}, "photo": []}}\
                """))
        .isInstanceOf(TelegramUpdate.Ignored.class);
  }

  @Test
  void what_is_wrong_is_named() {
    assertThat(parse("{}")).isEqualTo(new TelegramUpdate.Bad("update_id", "is missing"));
    assertThat(parse("{\"update_id\": \"5\"}"))
        .isInstanceOfSatisfying(
            TelegramUpdate.Bad.class, bad -> assertThat(bad.field()).isEqualTo("update_id"));
    assertThat(
            parse(
                """
                {"update_id": 5, "message": {"from": {"id": -1, "first_name": "A"},
                 "chat": {"id": 1}, "text": "x"}}\
                """))
        .isEqualTo(new TelegramUpdate.Bad("message.from.id", "must be 1 .. " + ((1L << 52) - 1)));
    assertThat(parse("[")).isInstanceOf(TelegramUpdate.Bad.class);
  }

  @Test
  void names_and_texts_lose_what_only_misleads() {
    assertThat(CleanText.of("An\u202Ena\u0000\n\uD800 <b>\u200B", 64)).isEqualTo("Anna  <b>");
    assertThat(CleanText.of("😀😀", 3)).isEqualTo("😀");
  }

  private static TelegramUpdate moved(Reach reach) {
    return new TelegramUpdate.Taken(new Incoming.Moved(7, CHAT, USER, "Anna", reach));
  }

  private static TelegramUpdate parse(String json) {
    return UpdateParser.parse(json.getBytes(StandardCharsets.UTF_8));
  }
}
