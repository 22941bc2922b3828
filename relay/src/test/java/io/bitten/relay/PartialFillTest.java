package io.bitten.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.SomeRules;
import io.bitten.core.fill.FillDesk;
import io.bitten.core.market.Lots;
import io.bitten.core.order.Exit;
import io.bitten.core.order.OrderState;
import io.bitten.core.risk.Reservation;
import io.bitten.core.risk.RiskBook;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A part is taken as it is, by the relay and by the limits. */
class PartialFillTest extends Benched {
  private FillDesk cloud;

  @BeforeEach
  void begin() {
    cloud = new FillDesk(bench.world.world(), SomeRules.rulebook());
    RiskBook held = Some.riskBook(List.of(Some.reservation(Some.ORDER)));
    bench.world.riskBooks().save(bench.world.riskBooks().find(Some.USER).orElseThrow().with(held));
  }

  @Test
  void the_filled_part_is_protected_and_never_topped_up() {
    bench.terminal.mood(Mood.FILLS_A_PART);
    Relay relay = bench.boot();
    relay.step(RelayBench.open());
    assertThat(bench.order().state())
        .isInstanceOfSatisfying(
            OrderState.Protected.class,
            safe -> assertThat(safe.fill().lots()).isEqualTo(MemoryTerminal.PART));
    relay.step(RelayBench.open());
    bench.seconds(relay, 20);
    relay.step(RelayBench.open());
    assertThat(relay.reconcile(Some.ACCOUNT))
        .extracting(one -> one.text().kind())
        .containsExactly("matched");
    assertThat(bench.terminal.sent()).hasSize(1);
    assertThat(bench.terminal.positions().getFirst().lots()).isEqualTo(MemoryTerminal.PART);
  }

  @Test
  void the_limits_hold_the_part_that_may_be_lost_and_the_whole_until_it_is_known() {
    bench.terminal.mood(Mood.FILLS_A_PART);
    Relay relay = bench.boot();
    relay.step(RelayBench.open());
    assertThat(held().risk()).isEqualTo(Some.usd("20.00"));
    book(relay);
    assertThat(held().lots()).isEqualTo(MemoryTerminal.PART);
    assertThat(held().risk()).as("0.04 of 0.10 lots").isEqualTo(Some.usd("8.00"));
  }

  @Test
  void a_part_that_is_closed_by_hand_is_not_at_risk_any_more() {
    Relay relay = bench.boot();
    relay.step(RelayBench.open());
    var was = bench.terminal.positions().getFirst();
    bench.terminal.show(SomePositions.with(was, Lots.of("0.05"), was.stopLoss()), "");
    relay.reconcile(Some.ACCOUNT);
    book(relay);
    assertThat(held().risk()).isEqualTo(Some.usd("10.00"));
  }

  @Test
  void the_deal_of_a_part_does_not_end_the_whole() {
    Relay relay = bench.boot();
    relay.step(RelayBench.open());
    var whole = bench.terminal.positions().getFirst();
    bench.terminal.tell(SomePositions.with(whole, Lots.of("0.04"), whole.stopLoss()), "2.00");
    bench.terminal.hide(whole.ticket());
    bench.seconds(relay, 20);
    assertThat(bench.state()).as("six of ten are still open").isEqualTo("PROTECTED");
    bench.terminal.tell(SomePositions.with(whole, Lots.of("0.06"), whole.stopLoss()), "3.00");
    bench.second(relay);
    assertThat(bench.order().state())
        .isInstanceOfSatisfying(
            OrderState.Closed.class,
            closed ->
                assertThat(((Exit.Booked) closed.exit()).net())
                    .as("both parts and the entry's costs")
                    .isEqualTo(Some.usd("4.30")));
  }

  private void book(Relay relay) {
    relay.tell();
    bench.world.reports().take().forEach(cloud::book);
  }

  private Reservation held() {
    return bench.world.riskBooks().find(Some.USER).orElseThrow().value().reservations().getFirst();
  }
}
