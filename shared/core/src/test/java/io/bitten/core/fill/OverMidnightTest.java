package io.bitten.core.fill;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.SomeKinds;
import io.bitten.core.SomeRules;
import io.bitten.core.Versioned;
import io.bitten.core.market.Price;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.core.order.Exit;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.OrphanFact;
import io.bitten.core.order.OrphanSource;
import io.bitten.core.risk.RiskDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A relay was cut off over midnight; what ended meanwhile is reported before its first look. */
class OverMidnightTest {
  private static final Instant ENDED = Instant.parse("2024-01-03T03:00:00Z");
  private static final Exit LOST =
      new Exit.Booked(Price.of("1.09900"), Some.usd("-120.00"), ExitReason.STOP_LOSS, ENDED);

  private final ManualTime time = new ManualTime(Some.NOW);
  private final MemoryWorld memory = MemoryWorld.on(time);
  private final FillDesk desk = new FillDesk(memory.world(), SomeRules.rulebook());

  @BeforeEach
  void seen_on_the_evening_before() {
    memory.accounts().claim(Some.account());
    memory.orders().place(Some.order(), Versioned.fresh(Some.riskBook()));
    desk.book(new Report.AccountSeen(Some.snapshot(Some.NOW)));
    time.advance(Duration.ofHours(20));
  }

  @Test
  void what_a_trade_lost_counts_on_the_day_it_ended() {
    close(LOST);

    assertThat(day().date()).isEqualTo(LocalDate.of(2024, 1, 3));
    assertThat(day().realised()).isEqualTo(Some.usd("-120.00"));
    assertThat(day().opening()).isEqualTo(Some.snapshot(Some.NOW).balance());
  }

  @Test
  void the_look_after_it_changes_nothing_in_that() {
    close(LOST);
    RiskDay counted = day();
    desk.book(new Report.AccountSeen(Some.snapshot(time.instant())));

    assertThat(day()).isEqualTo(counted);
  }

  @Test
  void a_repeat_counts_it_once() {
    close(LOST);
    desk.book(new Report.OrderMoved(Some.ORDER, Some.ACCOUNT, 2, "CLOSED", Some.NOW));

    assertThat(day().realised()).isEqualTo(Some.usd("-120.00"));
  }

  @Test
  void an_end_of_a_time_to_come_begins_no_day() {
    Exit wrong =
        new Exit.Booked(
            Price.of("1.09900"),
            Some.usd("-120.00"),
            ExitReason.STOP_LOSS,
            time.instant().plus(Duration.ofDays(1)));
    close(wrong);

    assertThat(day().date()).isEqualTo(LocalDate.of(2024, 1, 2));
  }

  @Test
  void an_orphans_result_counts_on_the_day_it_ended_as_well() {
    OrphanSource late = new OrphanSource.OfOrder(Some.ORDER, "TRD_20240102_001", "EXPIRED");
    desk.book(seen(SomeKinds.found(late)));
    desk.book(seen(new OrphanFact.Gone(LOST)));

    assertThat(day().date()).isEqualTo(LocalDate.of(2024, 1, 3));
    assertThat(day().realised()).isEqualTo(Some.usd("-120.00"));
  }

  private void close(Exit exit) {
    memory
        .orders()
        .save(
            memory
                .orders()
                .find(Some.ORDER)
                .orElseThrow()
                .with(Some.order().with(new OrderState.Closed(Some.fill(), exit))));
    desk.book(new Report.OrderMoved(Some.ORDER, Some.ACCOUNT, 2, "CLOSED", Some.NOW));
  }

  private RiskDay day() {
    return memory.riskBooks().find(Some.USER).orElseThrow().value().day();
  }

  private Report seen(OrphanFact fact) {
    return new Report.OrphanSeen(Some.ACCOUNT, Some.fill().ticket(), fact, time.instant());
  }
}
