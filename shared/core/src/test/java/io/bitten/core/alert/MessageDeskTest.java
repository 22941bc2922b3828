package io.bitten.core.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Rulebook;
import io.bitten.core.Some;
import io.bitten.core.SomeRules;
import io.bitten.core.Versioned;
import io.bitten.core.account.ChatId;
import io.bitten.core.account.Reach;
import io.bitten.core.chat.Card;
import io.bitten.core.chat.Delivery;
import io.bitten.core.chat.Outgoing;
import io.bitten.core.chat.Shown;
import io.bitten.core.chat.Subject;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.core.order.OrderId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MessageDeskTest {
  private static final ChatId CHAT = new ChatId(7001);
  private static final Subject ORDER = new Subject.OfOrder(Some.ORDER);

  private static final Instant UNTIL = Some.NOW.plusSeconds(70);

  private final ManualTime time = new ManualTime(Some.NOW);
  private final MemoryWorld memory = MemoryWorld.on(time);
  private final MessageDesk desk = new MessageDesk(memory.world(), SomeRules.rulebook());

  @Test
  void the_same_key_is_sent_once() {
    assertThat(desk.send(post("a"))).isInstanceOf(Sending.Sent.class);
    assertThat(desk.send(post("a"))).isEqualTo(new Sending.Settled());
    assertThat(memory.messenger().sent()).hasSize(1);
  }

  @Test
  void telegrams_wait_is_handed_on_exactly_and_the_message_is_sent_later() {
    memory.messenger().answerNext(new Delivery.Slow(Duration.ofSeconds(17)));
    assertThat(desk.send(post("a"))).isEqualTo(new Sending.Later(Duration.ofSeconds(17)));
    assertThat(desk.send(post("a"))).isInstanceOf(Sending.Sent.class);
  }

  @Test
  void who_cannot_be_reached_is_marked_and_the_message_given_up() {
    memory.traders().save(Versioned.fresh(Some.trader()));
    memory.messenger().answerNext(new Delivery.Unreachable("bot was blocked by the user"));
    memory.messenger().answerNext(new Delivery.Unreachable("bot was blocked by the user"));
    assertThat(desk.send(post("a"))).isInstanceOf(Sending.Unreachable.class);
    assertThat(reach()).isEqualTo(Reach.BLOCKED);
    assertThat(desk.send(post("a"))).isEqualTo(new Sending.Settled());
  }

  @Test
  void who_comes_back_right_after_the_refusal_gets_the_message_and_stays_reachable() {
    memory.traders().save(Versioned.fresh(Some.trader()));
    memory.messenger().answerNext(new Delivery.Unreachable("bot was blocked by the user"));
    assertThat(desk.send(post("a"))).isInstanceOf(Sending.Sent.class);
    assertThat(reach()).isEqualTo(Reach.REACHABLE);
  }

  @Test
  void refused_content_is_dead_and_not_tried_again() {
    memory.messenger().answerNext(new Delivery.Refused("can't parse entities"));
    assertThat(desk.send(post("a"))).isEqualTo(new Sending.Dead("can't parse entities"));
    assertThat(desk.send(post("a"))).isEqualTo(new Sending.Settled());
    assertThat(memory.messenger().sent()).isEmpty();
  }

  @Test
  void an_older_version_never_replaces_a_newer_one() {
    desk.send(show(1, "one"));
    desk.send(show(3, "three"));
    desk.send(show(2, "two"));
    assertThat(memory.messenger().shown(CHAT))
        .singleElement()
        .satisfies(sent -> assertThat(sent.card().html()).isEqualTo("three"));
  }

  @Test
  void a_card_whose_message_is_gone_is_shown_as_a_new_one() {
    desk.send(show(1, "one"));
    memory.messenger().answerNext(new Delivery.Refused("message to edit not found"));
    desk.send(show(2, "two"));
    desk.send(show(3, "three"));
    assertThat(memory.messenger().shown(CHAT))
        .extracting(sent -> sent.card().html())
        .containsExactly("one", "three");
  }

  @Test
  void an_answer_whose_message_is_gone_is_posted_anew() {
    desk.send(post("confirm"));
    memory.messenger().answerNext(new Delivery.Refused("message to edit not found"));
    assertThat(desk.send(new Outgoing.Edit("refused", CHAT, 1, Card.text("not traded"))))
        .isInstanceOf(Sending.Sent.class);
    assertThat(memory.messenger().shown(CHAT))
        .extracting(sent -> sent.card().html())
        .endsWith("not traded");
  }

  @Test
  void what_answers_an_old_button_comes_below_an_orders_card_and_never_in_its_place() {
    desk.send(show(1, "order"));
    desk.send(new Outgoing.Edit("late", CHAT, 1, Card.text("skipped")));
    desk.send(show(2, "closed"));
    assertThat(memory.messenger().shown(CHAT))
        .extracting(sent -> sent.card().html())
        .containsExactly("closed", "skipped");
  }

  @Test
  void two_orders_that_were_confirmed_in_one_message_are_shown_in_two() {
    OrderId other = OrderId.derivedFrom("fire", "other");
    desk.send(post("both"));
    memory.shownCards().keep(new Shown(CHAT, ORDER, 1, 0, Some.NOW));
    memory.shownCards().keep(new Shown(CHAT, new Subject.OfOrder(other), 1, 0, Some.NOW));
    desk.send(show(1, "one"));
    desk.send(
        new Outgoing.Show("other-1", CHAT, new Subject.OfOrder(other), 1, Card.text("other")));
    desk.send(show(2, "two"));
    assertThat(memory.messenger().shown(CHAT))
        .extracting(sent -> sent.card().html())
        .containsExactly("two", "other");
  }

  @Test
  void a_card_that_was_shown_right_before_a_crash_is_found_in_its_message_again() {
    desk.send(post("confirm"));
    memory.shownCards().keep(new Shown(CHAT, ORDER, 1, 0, Some.NOW));
    memory.shownCards().own(CHAT, 1, Some.ORDER, Some.NOW);
    desk.send(show(1, "one"));
    assertThat(memory.messenger().shown(CHAT))
        .extracting(sent -> sent.card().html())
        .containsExactly("one");
  }

  @Test
  void the_pace_of_alerts_is_as_the_operator_set() {
    Rulebook usual = SomeRules.rulebook();
    Rulebook slow =
        new Rulebook(
            usual.tiers(),
            usual.limits(),
            usual.signals(),
            usual.termsVersion(),
            usual.billing(),
            2);
    MessageDesk patient = new MessageDesk(memory.world(), slow);

    assertThat(patient.send(alert(1))).isInstanceOf(Sending.Sent.class);
    assertThat(patient.send(alert(2))).isInstanceOf(Sending.Sent.class);
    assertThat(patient.send(alert(3))).isInstanceOf(Sending.Later.class);
  }

  @Test
  void never_more_than_ten_alerts_to_one_chat_in_any_minute() {
    int sent = 0;
    for (int number = 0; number < 40; number++) {
      if (desk.send(alert(number)) instanceof Sending.Sent) {
        sent++;
      }
      time.advance(Duration.ofSeconds(1));
    }
    assertThat(sent).isEqualTo(10);
    assertThat(desk.send(alert(99))).isEqualTo(new Sending.Later(Duration.ofSeconds(20)));
    time.advance(Duration.ofSeconds(20));
    assertThat(desk.send(alert(99))).isInstanceOf(Sending.Sent.class);
    assertThat(desk.send(post("not an alert"))).isInstanceOf(Sending.Sent.class);
  }

  @Test
  void an_alert_that_waited_until_its_signal_expired_is_not_sent_and_not_tried_again() {
    memory.messenger().answerNext(new Delivery.Slow(Duration.ofSeconds(70)));
    assertThat(desk.send(alert(1))).isEqualTo(new Sending.Later(Duration.ofSeconds(70)));
    time.advance(Duration.ofSeconds(69));
    assertThat(desk.send(alert(2))).isInstanceOf(Sending.Sent.class);
    time.advance(Duration.ofSeconds(1));
    assertThat(desk.send(alert(1))).isEqualTo(new Sending.Missed(UNTIL));
    assertThat(desk.send(alert(1))).isEqualTo(new Sending.Settled());
    assertThat(memory.messenger().sent()).hasSize(1);
  }

  @Test
  void the_delivery_time_of_an_alert_is_remembered() {
    time.advance(Duration.ofSeconds(5));
    desk.send(alert(1));
    assertThat(
            memory
                .shownCards()
                .find(CHAT, new Subject.OfSignal(Some.signal().id()))
                .orElseThrow()
                .at())
        .isEqualTo(Some.NOW.plusSeconds(5));
  }

  private Reach reach() {
    return memory.traders().find(Some.USER).orElseThrow().value().reach();
  }

  private static Outgoing post(String key) {
    return new Outgoing.Post(key, CHAT, Card.text("text"), new Subject.Nothing());
  }

  private static Outgoing alert(int number) {
    return new Outgoing.Alert(
        "alert-" + number, CHAT, Card.text("alert"), Some.signal().id(), UNTIL);
  }

  private static Outgoing show(long version, String text) {
    return new Outgoing.Show("order-" + version, CHAT, ORDER, version, Card.text(text));
  }
}
