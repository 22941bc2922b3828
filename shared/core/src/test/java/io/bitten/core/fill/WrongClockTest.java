package io.bitten.core.fill;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.SomeRules;
import io.bitten.core.Versioned;
import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.core.risk.RiskBook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A relay's clock is a day ahead for a while. */
class WrongClockTest {
  private static final Duration DAY = Duration.ofDays(1);

  private final ManualTime time = new ManualTime(Some.NOW);
  private final MemoryWorld memory = MemoryWorld.on(time);
  private final FillDesk desk = new FillDesk(memory.world(), SomeRules.rulebook());

  @BeforeEach
  void an_account_with_a_book() {
    memory.accounts().claim(Some.account());
    memory.orders().place(Some.order(), Versioned.fresh(Some.riskBook()));
    desk.book(seen(Some.NOW));
  }

  @Test
  void its_looks_do_not_stand_in_the_way_of_those_after_it_was_put_right() {
    desk.book(seen(Some.NOW.plus(DAY)));
    time.advance(Duration.ofSeconds(1));
    desk.book(seen(time.instant()));

    assertThat(memory.accounts().snapshot(Some.ACCOUNT).map(AccountSnapshot::at))
        .contains(time.instant());
  }

  @Test
  void its_looks_do_not_begin_the_next_day_and_give_back_what_this_one_has_lost() {
    RiskBook before = book();
    desk.book(seen(Some.NOW.plus(DAY)));

    assertThat(book()).isEqualTo(before);
  }

  @Test
  void a_clock_that_is_some_seconds_ahead_is_none_of_these() {
    desk.book(seen(Some.NOW.plusSeconds(30)));

    assertThat(memory.accounts().snapshot(Some.ACCOUNT).map(AccountSnapshot::at))
        .contains(Some.NOW.plusSeconds(30));
  }

  @Test
  void its_heartbeats_are_of_the_moment_they_came_and_end_when_it_ends() {
    desk.book(
        new Report.Heartbeat(
            "vps-1", "boot-1", "CLOSED", List.of(Some.ACCOUNT), Some.NOW.plus(DAY)));

    assertThat(memory.relays().heardSince(Some.NOW))
        .singleElement()
        .extracting(Report.Heartbeat::at)
        .isEqualTo(Some.NOW);
    assertThat(memory.relays().heardSince(Some.NOW.plusSeconds(1))).isEmpty();
  }

  private RiskBook book() {
    return memory.riskBooks().find(Some.USER).orElseThrow().value();
  }

  private static Report seen(Instant at) {
    return new Report.AccountSeen(Some.snapshot(at));
  }
}
