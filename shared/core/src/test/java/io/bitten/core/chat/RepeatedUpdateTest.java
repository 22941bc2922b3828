package io.bitten.core.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.SomeRules;
import io.bitten.core.Versioned;
import io.bitten.core.account.ChatId;
import io.bitten.core.account.Link;
import io.bitten.core.account.Reach;
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
  void a_person_who_blocks_the_bot_is_remembered_until_they_write_again() {
    desk.handle(said(1, "/start"));
    desk.handle(new Incoming.Moved(2, new ChatId(7001), Some.USER, "Anna", Reach.BLOCKED));
    assertThat(reach()).isEqualTo(Reach.BLOCKED);
    desk.handle(said(3, "/start"));
    assertThat(reach()).isEqualTo(Reach.REACHABLE);
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

  private Link link(long telegramId) {
    return memory.traders().find(Some.trader(telegramId).id()).orElseThrow().value().link();
  }

  private static Incoming said(long updateId, String text) {
    return new Incoming.Said(updateId, new ChatId(7001), Some.USER, "Anna", text);
  }
}
