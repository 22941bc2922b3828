package io.bitten.core.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Event;
import io.bitten.core.Some;
import io.bitten.core.SomeRules;
import io.bitten.core.Versioned;
import io.bitten.core.account.DemoPool;
import io.bitten.core.account.Oath;
import io.bitten.core.account.Reach;
import io.bitten.core.account.Subscription;
import io.bitten.core.account.Tier;
import io.bitten.core.account.Trader;
import io.bitten.core.chat.ChatSettings;
import io.bitten.core.chat.Outgoing;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.memory.MemoryWorld;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AlertDeskTest {
  private static final ChatSettings SETTINGS =
      new ChatSettings(
          () -> "not-a-secret-only-a-test", "", new DemoPool(List.of()), "", "", Set.of());

  private final ManualTime time = new ManualTime(Some.NOW);
  private final MemoryWorld memory = MemoryWorld.on(time);
  private final AlertDesk desk = new AlertDesk(memory.world(), SomeRules.rulebook(), SETTINGS);

  @Test
  void everybody_whose_tier_sees_the_class_gets_one_alert_highest_tier_first() {
    trader(1, Tier.PRESS_PASS);
    trader(2, Tier.NIBBLER);
    trader(3, Tier.APEX);
    trader(4, Tier.FANG);
    desk.alert(signal(1));

    assertThat(chats()).containsExactly(3L, 4L, 2L);
  }

  @Test
  void who_blocked_the_bot_or_took_no_oath_gets_none() {
    save(Some.trader(1).with(Reach.BLOCKED));
    save(Some.trader(2).with(new Oath.NotTaken()));

    assertThat(desk.alert(signal(1))).isZero();
  }

  @Test
  void the_same_signal_again_makes_the_same_messages() {
    for (long id = 1; id <= 300; id++) {
      trader(id, Tier.FANG);
    }
    desk.alert(signal(1));
    List<Outgoing> first = memory.queues().takeMessages();
    desk.alert(signal(1));

    assertThat(first).hasSize(300);
    assertThat(memory.queues().takeMessages()).isEqualTo(first);
  }

  @Test
  void nobody_of_a_tier_is_always_first() {
    for (long id = 1; id <= 10; id++) {
      trader(id, Tier.FANG);
    }
    Set<Long> leaders = new HashSet<>();
    for (int number = 1; number <= 60; number++) {
      desk.alert(signal(number));
      leaders.add(chats().getFirst());
      memory.queues().takeMessages();
    }
    assertThat(leaders).hasSizeGreaterThanOrEqualTo(8);
  }

  @Test
  void an_expired_signal_makes_no_alert() {
    trader(1, Tier.APEX);
    time.set(Some.signal().expiresAt());

    assertThat(desk.alert(signal(1))).isZero();
    assertThat(memory.queues().messages()).isEmpty();
  }

  @Test
  void a_signal_reaches_nobody_while_no_tier_that_is_there_sees_its_class() {
    trader(1, Tier.PRESS_PASS);
    boolean before = desk.reachesAnybody(Some.signal(1));
    trader(2, Tier.APEX);

    assertThat(before).isFalse();
    assertThat(desk.reachesAnybody(Some.signal(1))).isTrue();
    assertThat(memory.queues().messages()).isEmpty();
  }

  private static Event.SignalGenerated signal(int number) {
    return new Event.SignalGenerated(Some.header(), Some.signal(number));
  }

  private List<Long> chats() {
    return memory.queues().messages().stream().map(one -> one.chat().value()).toList();
  }

  private void trader(long id, Tier tier) {
    save(Some.trader(id).with(new Subscription.Active(tier, Some.NOW.plusSeconds(999))));
  }

  private void save(Trader trader) {
    memory.traders().save(Versioned.fresh(trader));
  }
}
