package io.bitten.core.fire;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.SomeRules;
import io.bitten.core.Versioned;
import io.bitten.core.fill.FillDesk;
import io.bitten.core.halt.HaltDesk;
import io.bitten.core.halt.HaltReceipts;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.halt.HaltTexts;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.RelayCommand;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sweep refuses by epoch like every other hop. */
class SweepDeskTest {
  private static final List<HaltScope> SCOPES = HaltScope.over(Some.ACCOUNT, Some.USER);

  private final ManualTime time = new ManualTime(Some.NOW);
  private final MemoryWorld memory = MemoryWorld.on(time);
  private final HaltDesk halts = new HaltDesk(memory.world());
  private final SweepDesk desk =
      new SweepDesk(memory.world(), new FillDesk(memory.world(), SomeRules.rulebook()));

  @BeforeEach
  void an_order_that_no_relay_has_claimed() {
    memory.orders().place(Some.order(), Versioned.fresh(Some.riskBook()));
    time.advance(Duration.ofSeconds(4));
  }

  @Test
  void an_order_that_nothing_stands_against_has_its_command_sent_again() {
    assertThat(desk.sweep()).isZero();
    assertThat(memory.queues().takeRelay()).singleElement().isInstanceOf(RelayCommand.Open.class);
  }

  @Test
  void a_halt_of_any_scope_kills_it_and_frees_its_risk() {
    for (HaltScope scope : SCOPES) {
      SweepDeskTest other = new SweepDeskTest();
      other.an_order_that_no_relay_has_claimed();
      other.halts.stop(scope, "tg-1", "a drill");
      other.memory.queues().takeRelay();

      assertThat(other.desk.sweep()).isEqualTo(1);
      assertThat(other.state()).isEqualTo(new OrderState.Killed(scope, 1, other.time.instant()));
      assertThat(other.memory.queues().takeRelay()).isEmpty();
      assertThat(other.memory.riskBooks().find(Some.USER).orElseThrow().value().reservations())
          .isEmpty();
      assertThat(other.memory.relays().receipts(HaltTexts.of(scope)))
          .anyMatch(one -> one.hop().equals(HaltReceipts.SWEEP));
      assertThat(other.desk.sweep()).as("again").isZero();
    }
  }

  @Test
  void a_halt_that_was_lifted_kills_what_was_decided_before_it_too() {
    halts.stop(SCOPES.getLast(), "tg-7001", "a drill");
    halts.lift(SCOPES.getLast(), "tg-7001", "over");
    desk.sweep();

    assertThat(state()).isInstanceOf(OrderState.Killed.class);
  }

  @Test
  void an_order_that_a_relay_has_claimed_is_left_to_it() {
    Versioned<Order> stored = memory.orders().find(Some.ORDER).orElseThrow();
    OrderState filled = new OrderState.Filled(Some.fill());
    memory.orders().save(stored.with(stored.value().with(filled)));
    halts.stop(SCOPES.getFirst(), "tg-1", "a drill");

    assertThat(desk.sweep()).isZero();
    assertThat(state()).isEqualTo(filled);
  }

  private OrderState state() {
    return memory.orders().find(Some.ORDER).orElseThrow().value().state();
  }
}
