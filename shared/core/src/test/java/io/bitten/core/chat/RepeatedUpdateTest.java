package io.bitten.core.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.SomeRules;
import io.bitten.core.Versioned;
import io.bitten.core.account.ChatId;
import io.bitten.core.account.Link;
import io.bitten.core.account.Reach;
import io.bitten.core.account.Trader;
import io.bitten.core.account.UserId;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.core.order.RelayCommand;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepeatedUpdateTest {
  private final ManualTime time = new ManualTime(Some.NOW);
  private final MemoryWorld memory = MemoryWorld.on(time);
  private final ChatDesk desk =
      new ChatDesk(memory.world(), SomeRules.rulebook(), Conversation.SETTINGS);

  @Test
  void the_same_update_ten_times_has_one_effect() {
    memory.traders().save(Versioned.fresh(Some.trader()));
    for (int round = 0; round < 10; round++) {
      desk.handle(said(1, "/emergency_stop"));
    }
    assertThat(memory.queues().messages()).hasSize(1);
    assertThat(memory.queues().relay()).hasSize(1);
    assertThat(memory.queues().relay().getFirst()).isInstanceOf(RelayCommand.SetHalt.class);
    assertThat(memory.events().published()).hasSize(1);
  }

  @Test
  void a_crash_before_the_memo_repeats_the_answer_under_the_same_key() {
    desk.handle(said(1, "/help"));
    MemoryWorld restarted = MemoryWorld.on(time);
    new ChatDesk(restarted.world(), SomeRules.rulebook(), Conversation.SETTINGS)
        .handle(said(1, "/help"));

    assertThat(restarted.queues().messages()).isEqualTo(memory.queues().messages());
  }

  @Test
  void two_people_never_share_a_demo_account() {
    for (long person : List.of(7001L, 7002L)) {
      UserId user = UserId.ofTelegram(person);
      ChatId chat = new ChatId(person);
      desk.handle(new Incoming.Said(person, chat, user, "Anna", "/start"));
      desk.handle(tap(person + 10, user, firstButton()));
      desk.handle(tap(person + 20, user, firstButton()));
    }

    assertThat(List.of(link(7001), link(7002)))
        .containsExactlyInAnyOrder(new Link.To(Some.ACCOUNT), new Link.None());
  }

  @Test
  void a_person_who_was_refused_a_message_is_remembered_until_they_are_back() {
    for (Incoming back : List.of(said(3, "/start"), moved(4, Reach.REACHABLE))) {
      desk.handle(said(1, "/start"));
      store(Reach.BLOCKED);
      desk.handle(back);
      assertThat(reach()).isEqualTo(Reach.REACHABLE);
    }
  }

  @Test
  void a_late_update_of_a_blocked_bot_silences_nobody_who_is_back() {
    desk.handle(said(1, "/start"));
    desk.handle(moved(3, Reach.REACHABLE));
    desk.handle(moved(2, Reach.BLOCKED));
    assertThat(reach()).isEqualTo(Reach.REACHABLE);
  }

  @Test
  void that_somebody_is_back_is_stored_even_when_nobody_knew_of_the_absence() {
    desk.handle(said(1, "/start"));
    long before = memory.traders().find(Some.USER).orElseThrow().version();
    desk.handle(moved(2, Reach.REACHABLE));
    assertThat(memory.traders().find(Some.USER).orElseThrow().version()).isGreaterThan(before);
  }

  @Test
  void in_a_group_the_bot_says_nothing_about_money() {
    desk.handle(new Incoming.Said(1, new ChatId(-100), Some.USER, "Anna", "/balance"));
    assertThat(memory.queues().messages())
        .singleElement()
        .isInstanceOfSatisfying(
            Outgoing.Post.class,
            post -> assertThat(post.card().html()).contains("private chat only"));
  }

  /** The data of the first button of the newest message. */
  private String firstButton() {
    Card card =
        switch (memory.queues().messages().getLast()) {
          case Outgoing.Post post -> post.card();
          case Outgoing.Alert alert -> alert.card();
          case Outgoing.Edit edit -> edit.card();
          case Outgoing.Show show -> show.card();
        };
    return ((Button.Callback) card.rows().getFirst().getFirst()).data();
  }

  private static Incoming tap(long updateId, UserId user, String data) {
    ChatId chat = new ChatId(Long.parseLong(user.value().substring("tg-".length())));
    return new Incoming.Tapped(updateId, chat, user, "Anna", 1, data);
  }

  private Reach reach() {
    return memory.traders().find(Some.USER).orElseThrow().value().reach();
  }

  private void store(Reach reach) {
    Versioned<Trader> stored = memory.traders().find(Some.USER).orElseThrow();
    memory.traders().save(stored.with(stored.value().with(reach)));
  }

  private static Incoming moved(long updateId, Reach reach) {
    return new Incoming.Moved(updateId, new ChatId(7001), Some.USER, "Anna", reach);
  }

  private Link link(long telegramId) {
    return memory.traders().find(Some.trader(telegramId).id()).orElseThrow().value().link();
  }

  private static Incoming said(long updateId, String text) {
    return new Incoming.Said(updateId, new ChatId(7001), Some.USER, "Anna", text);
  }
}
