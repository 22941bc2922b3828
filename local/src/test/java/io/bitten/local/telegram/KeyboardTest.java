package io.bitten.local.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KeyboardTest {
  private final Rig rig = Rig.unlimited();

  private String refused(String markup) {
    return rig.refusal(
        "sendMessage", "chat_id", "" + rig.chat, "text", "x", "reply_markup", markup);
  }

  private String refusedButton(String button) {
    return refused(Rig.keyboard("[[" + button + "]]"));
  }

  @Test
  void every_kind_of_button_arrives() {
    String rows =
        """
        [[{"text":"Fire","callback_data":"f:1","style":"success"},
          {"text":"Stop","callback_data":"s:1","style":"danger"}],
         [{"text":"Chart","url":"https://a.example/x"},
          {"text":"HUD","web_app":{"url":"http://127.0.0.1:8080/hud"},"style":"primary"}],
         [{"text":"1.0950","copy_text":{"text":"1.09500"}},
          {"text":"Fired","disabled":{}}]]
        """;
    InlineKeyboard keyboard = rig.message(rig.sendWithButtons("x", rows)).keyboard();
    assertThat(keyboard.rows()).hasSize(3);
    assertThat(keyboard.buttons().map(InlineButton::action))
        .containsExactly(
            new InlineButton.Callback("f:1"),
            new InlineButton.Callback("s:1"),
            new InlineButton.Open("https://a.example/x"),
            new InlineButton.WebApp("http://127.0.0.1:8080/hud"),
            new InlineButton.CopyText("1.09500"),
            new InlineButton.Disabled());
    assertThat(keyboard.labelled("Fire").orElseThrow().style())
        .isEqualTo(InlineButton.Style.SUCCESS);
  }

  @Test
  void callback_data_is_1_to_64_bytes_not_characters() {
    rig.sendWithButtons("x", "[[{\"text\":\"a\",\"callback_data\":\"" + "x".repeat(64) + "\"}]]");
    assertThat(refusedButton("{\"text\":\"a\",\"callback_data\":\"" + "x".repeat(65) + "\"}"))
        .isEqualTo("Bad Request: BUTTON_DATA_INVALID");
    rig.sendWithButtons("x", "[[{\"text\":\"a\",\"callback_data\":\"" + "é".repeat(32) + "\"}]]");
    assertThat(refusedButton("{\"text\":\"a\",\"callback_data\":\"" + "é".repeat(33) + "\"}"))
        .isEqualTo("Bad Request: BUTTON_DATA_INVALID");
  }

  @Test
  void a_hundred_buttons_are_the_most() {
    String button = "{\"text\":\"a\",\"callback_data\":\"b\"}";
    rig.sendWithButtons("x", "[[" + String.join(",", Collections.nCopies(100, button)) + "]]");
    assertThat(
            refused(
                Rig.keyboard(
                    "[["
                        + String.join(",", Collections.nCopies(60, button))
                        + "],["
                        + String.join(",", Collections.nCopies(41, button))
                        + "]]")))
        .isEqualTo("Bad Request: reply markup is too long");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"text\":\"a\"} | can't parse inline keyboard button: Text buttons are unallowed in the"
            + " inline keyboard",
        "{\"callback_data\":\"a\"} | can't parse inline keyboard button: Can't find field"
            + " \"text\"",
        "{\"text\":true,\"callback_data\":\"a\"} | can't parse inline keyboard button: Field"
            + " \"text\" must be of type String",
        "{\"text\":\" \",\"callback_data\":\"a\"} | BUTTON_TEXT_INVALID",
        "\"a\" | can't parse inline keyboard button: InlineKeyboardButton must be an Object",
        "{\"text\":\"a\",\"callback_data\":\"a\",\"style\":\"pink\"} | can't parse inline keyboard"
            + " button: invalid button style specified",
        "{\"text\":\"a\",\"url\":\"not a url\"} | BUTTON_URL_INVALID",
        "{\"text\":\"a\",\"disabled\":true} | can't parse inline keyboard button: Field"
            + " \"disabled\" must be of type Object",
        "{\"text\":\"a\",\"copy_text\":{\"text\":\"\"}} | BUTTON_COPY_TEXT_INVALID",
        "{\"text\":\"a\",\"web_app\":{\"url\":\"http://a.example\"}} | inline keyboard button Web"
            + " App URL 'http://a.example' is invalid: Only HTTPS links are allowed"
      })
  void a_wrong_button_is_refused_with_the_reason(String button, String why) {
    assertThat(refusedButton(button)).isEqualTo("Bad Request: " + why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ | can't parse reply keyboard markup JSON object",
        "[] | object expected as reply markup",
        "7 | object expected as reply markup",
        "{\"inline_keyboard\":{}} | field \"inline_keyboard\" must be of type Array",
        "{\"inline_keyboard\":[{}]} | field \"inline_keyboard\" of the InlineKeyboardMarkup must"
            + " be an Array of Arrays"
      })
  void a_wrong_keyboard_is_refused_with_the_reason(String markup, String why) {
    assertThat(refused(markup)).isEqualTo("Bad Request: " + why);
  }
}
