package io.bitten.local.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.adapters.telegram.BotApi;
import io.bitten.adapters.telegram.TelegramUnavailable;
import io.bitten.adapters.telegram.TelegramUpdate;
import io.bitten.adapters.telegram.UpdateParser;
import io.bitten.core.account.ChatId;
import io.bitten.core.chat.Button;
import io.bitten.core.chat.Card;
import io.bitten.core.chat.Delivery;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The platform's own Telegram adapter against the simulator. */
final class PlatformMessengerTest {
  private static final Card CARD =
      new Card(
          "<b>EURUSD</b> &amp; co",
          List.of(
              List.of(
                  new Button.Callback("Fire", "f:1", Button.Style.SUCCESS),
                  new Button.Disabled("Fired")),
              List.of(
                  new Button.Copy("SL", "1.0950"),
                  new Button.Open("HUD", "https://hud.example/x"))));

  private HttpRig rig;
  private BotApi messenger;
  private long person;
  private ChatId chat;

  @BeforeEach
  void open() throws IOException {
    rig = new HttpRig();
    messenger = new BotApi(rig.uri(""), Rig.BOT.token());
    person = rig.sim.person("Ann").id();
    chat = new ChatId(person);
    rig.sim.say(person, "/start");
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private List<SimMessage> sent() {
    return rig.sim.messages(person).stream().filter(SimMessage::fromBot).toList();
  }

  @Test
  void a_card_arrives_is_edited_and_an_edit_without_change_is_done() {
    Delivery posted = messenger.post(chat, CARD);
    assertThat(posted).isEqualTo(new Delivery.Done(sent().getFirst().id()));
    assertThat(sent().getFirst().text()).isEqualTo("EURUSD & co");
    assertThat(sent().getFirst().keyboard().buttons()).hasSize(4);
    long id = sent().getFirst().id();
    assertThat(messenger.edit(chat, id, CARD)).isEqualTo(new Delivery.Done(id));
    assertThat(messenger.edit(chat, id, Card.text("filled"))).isEqualTo(new Delivery.Done(id));
    assertThat(sent().getFirst().text()).isEqualTo("filled");
  }

  @Test
  void refusals_mean_what_they_say() {
    assertThat(messenger.post(new ChatId(99), CARD)).isInstanceOf(Delivery.Unreachable.class);
    assertThat(messenger.post(chat, Card.text("<b>x"))).isInstanceOf(Delivery.Refused.class);
    rig.sim.faults().failNext(1, "sendMessage", new Fault.TooManyRequests(7));
    assertThat(messenger.post(chat, CARD)).isEqualTo(new Delivery.Slow(Duration.ofSeconds(7)));
    rig.sim.faults().failNext(1, "sendMessage", new Fault.ServerError(502));
    assertThatThrownBy(() -> messenger.post(chat, CARD)).isInstanceOf(TelegramUnavailable.class);
    rig.sim.block(person);
    assertThat(messenger.post(chat, CARD)).isInstanceOf(Delivery.Unreachable.class);
    assertThat(sent()).isEmpty();
  }

  @Test
  void a_lost_answer_is_reported_and_the_message_was_sent_once() {
    rig.sim.faults().failNext(1, "sendMessage", new Fault.LostAnswer());
    assertThatThrownBy(() -> messenger.post(chat, CARD)).isInstanceOf(TelegramUnavailable.class);
    assertThat(sent()).hasSize(1);
  }

  @Test
  void the_command_menus_are_accepted() {
    messenger.setCommands();
    assertThat(messenger.name()).isEqualTo(Rig.BOT.username());
  }

  @Test
  void updates_are_read_by_the_platforms_parser() throws Exception {
    messenger.setWebhook(rig.hookUrl(), "test-secret");
    messenger.post(chat, CARD);
    rig.sim.tapLabel(person, sent().getFirst().id(), "Fire");
    rig.sim.say(person, "/help");
    rig.sim.block(person);
    rig.sim.unblock(person);
    rig.awaitCalls(5);
    assertThat(rig.calls)
        .extracting(call -> UpdateParser.parse(Json.write(call.update()).getBytes(UTF_8)))
        .allMatch(
            update ->
                update instanceof TelegramUpdate.Taken || update instanceof TelegramUpdate.Tap);
  }
}
