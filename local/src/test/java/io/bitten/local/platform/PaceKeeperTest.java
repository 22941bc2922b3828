package io.bitten.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Event;
import io.bitten.core.Some;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.core.signal.Signal;
import io.bitten.local.market.Engagement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceKeeperTest {
  private final ManualTime time = new ManualTime(Some.NOW);
  private final MemoryWorld memory = MemoryWorld.on(time);
  private final Engagement engagement = new Engagement(() -> 0, Duration.ofSeconds(1));
  private final List<Boolean> whenPublished = new ArrayList<>();
  private final Signal signal = Some.signal(1);

  private PaceKeeper keeper(boolean reachesAnybody) {
    return new PaceKeeper(
        event -> whenPublished.add(engagement.engaged()), engagement, any -> reachesAnybody);
  }

  @Test
  void a_signal_that_reaches_somebody_holds_real_time_from_before_it_is_published_until_it_ends() {
    PaceKeeper keeper = keeper(true);
    keeper.publish(new Event.SignalGenerated(Some.header(), signal));
    keeper.look(memory.world(), time);
    boolean whileLive = engagement.engaged();
    time.set(signal.expiresAt());
    keeper.look(memory.world(), time);

    assertThat(whenPublished).containsExactly(true);
    assertThat(whileLive).isTrue();
    assertThat(engagement.engaged()).isFalse();
  }

  @Test
  void a_signal_that_reaches_nobody_is_published_and_holds_nothing() {
    keeper(false).publish(new Event.SignalGenerated(Some.header(), signal));

    assertThat(whenPublished).containsExactly(false);
  }
}
