package io.bitten.core.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.SomeRules;
import io.bitten.core.Versioned;
import io.bitten.core.account.DemoPool;
import io.bitten.core.chat.ChatSettings;
import io.bitten.core.halt.HaltDesk;
import io.bitten.core.halt.HaltPage;
import io.bitten.core.halt.HaltPages;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.memory.MemoryWorld;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The news of a stop may come after the news of its lifting. */
class LateHaltNewsTest {
  private static final String ADMIN = "tg-9001";

  private final MemoryWorld memory = MemoryWorld.on(new ManualTime(Some.NOW));
  private final HaltDesk desk = new HaltDesk(memory.world());

  @BeforeEach
  void a_trader_with_an_account() {
    memory.traders().save(Versioned.fresh(Some.trader()));
    memory.accounts().claim(Some.account());
  }

  @Test
  void nobody_is_told_of_a_stop_of_the_system_that_is_lifted_by_then_and_relays_are() {
    HaltPages pages = new HaltPages(memory.world());
    desk.stop(new HaltScope.Everything(), ADMIN, "a drill");
    HaltPage stopped = memory.queues().takeHalts().getFirst();
    desk.lift(new HaltScope.Everything(), ADMIN, "the drill is over");
    memory.queues().takeHalts().forEach(pages::tell);
    assertThat(memory.queues().takeMessages().toString()).contains("is lifted for everybody");
    memory.queues().takeRelay();

    pages.tell(stopped);

    assertThat(memory.queues().takeMessages()).isEmpty();
    assertThat(memory.queues().takeRelay()).hasSize(1);
  }

  @Test
  void an_owner_is_not_told_of_a_stop_of_the_account_that_is_lifted_by_then() {
    ChatSettings settings =
        new ChatSettings(
            () -> "not-a-secret-only-a-test", "", new DemoPool(List.of()), "", "", Set.of());
    NotifyDesk notices = new NotifyDesk(memory.world(), SomeRules.rulebook(), settings);
    desk.stop(new HaltScope.OneAccount(Some.ACCOUNT), ADMIN, "a strange position");
    desk.lift(new HaltScope.OneAccount(Some.ACCOUNT), ADMIN, "it was a test");

    memory.events().published().reversed().forEach(notices::tell);

    assertThat(memory.queues().takeMessages())
        .singleElement()
        .satisfies(sent -> assertThat(sent.toString()).contains("is lifted for account"));
  }
}
