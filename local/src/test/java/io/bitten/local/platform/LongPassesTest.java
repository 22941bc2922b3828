package io.bitten.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.adapters.config.RulebookFile;
import io.bitten.core.Some;
import io.bitten.core.Versioned;
import io.bitten.core.account.Subscription;
import io.bitten.core.account.Tier;
import io.bitten.core.account.Trader;
import io.bitten.core.billing.BillingDesk;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.memory.MemoryWorld;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LongPassesTest {
  private final ManualTime time = new ManualTime(Some.NOW);
  private final MemoryWorld memory = MemoryWorld.on(time);
  private final BillingDesk desk =
      new BillingDesk(
          LocalWorld.with(
              memory.world(), memory.world().events(), new LongPasses(memory.world().bills())),
          RulebookFile.packaged());

  @Test
  void a_week_of_a_replayed_market_locks_nobody_out() {
    memory.traders().save(Versioned.fresh(Some.trader()));

    Trader begun = desk.pass(Some.USER).value();
    time.advance(Duration.ofDays(2_000));

    assertThat(begun.subscription().opensAt(time.instant())).isTrue();
    assertThat(begun.subscription())
        .as("no day that nobody has agreed on")
        .isEqualTo(new Subscription.Active(Tier.PRESS_PASS, Subscription.NO_END));
  }

  @Test
  void a_pass_that_had_run_out_runs_on_with_the_next_word() {
    memory.traders().save(Versioned.fresh(Some.trader()));
    new BillingDesk(memory.world(), RulebookFile.packaged()).pass(Some.USER);
    time.advance(Duration.ofDays(8));

    Trader settled = desk.settle(Some.USER).orElseThrow().value();

    assertThat(settled.subscription().opensAt(time.instant())).isTrue();
  }
}
