package io.bitten.core.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Interrupted;
import io.bitten.core.Some;
import io.bitten.core.SomeRules;
import io.bitten.core.Versioned;
import io.bitten.core.World;
import io.bitten.core.account.ChatId;
import io.bitten.core.account.Role;
import io.bitten.core.account.Trader;
import io.bitten.core.account.Traders;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.memory.MemoryWorld;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who somebody is when a message comes. */
class PeopleTest {
  private final ManualTime time = new ManualTime(Some.NOW);
  private final MemoryWorld memory = MemoryWorld.on(time);

  @Test
  void whom_the_operator_names_no_longer_is_no_administrator_with_the_next_message() {
    Conversation otto = new Conversation(7001, "Otto", memory, admins(Set.of(7001L)));
    otto.say("/start");
    assertThat(otto.say("/help")).contains("/halt_all");

    new ChatDesk(memory.world(), SomeRules.rulebook(), admins(Set.of()))
        .handle(said("/halt_all close revenge"));

    assertThat(otto.looks()).contains("is for administrators");
    assertThat(memory.halts().read(new HaltScope.Everything())).isInstanceOf(Halt.Never.class);
    assertThat(trader().value().role()).isEqualTo(Role.TRADER);
  }

  @Test
  void a_panic_that_is_overtaken_by_another_update_of_the_person_takes_hold_at_once() {
    memory.traders().save(Versioned.fresh(Some.trader()));
    time.advance(Duration.ofHours(1));
    int[] overtaken = new int[1];
    World world =
        Interrupted.before(
            memory.world(),
            Traders.class,
            "save",
            () -> {
              if (overtaken[0]++ == 0) {
                memory.traders().save(trader().with(trader().value().seen("Anna", Some.NOW)));
              }
            });

    new ChatDesk(world, SomeRules.rulebook(), Conversation.SETTINGS).handle(said("/panic"));

    assertThat(overtaken[0]).isEqualTo(2);
    assertThat(memory.halts().read(new HaltScope.OneUser(Some.USER)))
        .isInstanceOf(Halt.Active.class);
  }

  private Versioned<Trader> trader() {
    return memory.traders().find(Some.USER).orElseThrow();
  }

  private static Incoming said(String text) {
    return new Incoming.Said(7, new ChatId(7001), Some.USER, "Anna", text);
  }

  private static ChatSettings admins(Set<Long> ids) {
    ChatSettings some = Conversation.SETTINGS;
    return new ChatSettings(
        some.tapSecret(), some.botName(), some.demoPool(), some.simulated(), some.hudUrl(), ids);
  }
}
