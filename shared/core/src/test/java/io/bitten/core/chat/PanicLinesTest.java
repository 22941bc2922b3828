package io.bitten.core.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.SomeKinds;
import io.bitten.core.Versioned;
import io.bitten.core.account.Magic;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.market.Level;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.core.order.Exit;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderId;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.Orphan;
import io.bitten.core.order.OrphanSource;
import io.bitten.core.order.OrphanState;
import io.bitten.core.risk.RiskBook;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a panic's card says of positions that no order stands for. */
final class PanicLinesTest {
  private static final Instant PRESSED = Some.NOW.plusSeconds(10);

  private final MemoryWorld memory = MemoryWorld.on(new ManualTime(Some.NOW));

  @Test
  void without_any_position_it_says_so() {
    assertThat(said()).isEqualTo("You had no open BITTEN position.");
  }

  @ParameterizedTest
  @CsvSource({
    "LEFT,    'close asked for'",
    "CLOSING, 'closing since 10:00:12 UTC'",
    "CLOSED,  'closed, its result is not known'",
  })
  void one_without_an_order_is_told_with_what_became_of_it(String state, String became) {
    store(
        switch (state) {
          case "LEFT" -> new OrphanState.Left(Some.NOW);
          case "CLOSING" -> new OrphanState.Closing(ExitReason.PANIC, PRESSED.plusSeconds(2));
          default -> closedAt(PRESSED.plusSeconds(3));
        });

    assertThat(said()).isEqualTo("· EURUSD BUY 0.10 lots · 900001, without an order: " + became);
  }

  @Test
  void one_that_was_gone_before_is_not_told() {
    store(closedAt(PRESSED.minusSeconds(60)));

    assertThat(said()).isEqualTo("You had no open BITTEN position.");
  }

  @Test
  void what_the_panic_closed_in_the_second_it_was_pressed_in_is_told() {
    memory.traders().save(Versioned.fresh(Some.trader()));
    place(new OrderState.Closed(Some.fill(), gone(PRESSED)));

    assertThat(said(PRESSED.plusMillis(600)))
        .isEqualTo("· EURUSD BUY 0.10 lots: closed, its result is not known");
  }

  @Test
  void an_orphan_of_a_broker_whose_clock_is_ahead_is_told() {
    store(new OrphanState.Left(Some.NOW));

    assertThat(said(Some.fill().at().minusSeconds(30))).contains("900001", "close asked for");
    assertThat(said(Some.fill().at().minusSeconds(60)))
        .isEqualTo("You had no open BITTEN position.");
  }

  @Test
  void an_old_open_position_is_told_though_a_hundred_orders_are_newer() {
    memory.traders().save(Versioned.fresh(Some.trader()));
    place(new OrderState.Protected(Some.fill(), Some.NOW));
    for (int i = 0; i < 101; i++) {
      Order newer = Some.order(OrderId.derivedFrom("newer", "" + i), Some.NOW.plusSeconds(1));
      Versioned<RiskBook> book =
          memory.riskBooks().find(Some.USER).orElse(Versioned.fresh(Some.riskBook()));
      memory.orders().place(numbered(newer, 100 + i), book);
      Versioned<Order> placed = memory.orders().find(newer.id()).orElseThrow();
      memory.orders().save(placed.with(placed.value().with(new OrderState.Expired(Some.NOW))));
    }

    assertThat(said()).startsWith("· EURUSD BUY 0.10 lots · 900001: close asked for");
  }

  private static Order numbered(Order o, int sequence) {
    return new Order(
        o.id(),
        o.number(),
        Magic.ours(sequence),
        o.user(),
        o.account(),
        o.origin(),
        o.terms(),
        o.state(),
        o.haltEpochs(),
        o.createdAt(),
        o.deadline(),
        o.correlation());
  }

  private void place(OrderState state) {
    memory.orders().place(Some.order(), Versioned.fresh(Some.riskBook()));
    Versioned<Order> placed = memory.orders().find(Some.ORDER).orElseThrow();
    memory.orders().save(placed.with(placed.value().with(state)));
  }

  private static Exit gone(Instant at) {
    return new Exit.Unbooked(Level.absent(), ExitReason.PANIC, at);
  }

  private static OrphanState closedAt(Instant at) {
    return new OrphanState.Closed(gone(at));
  }

  private void store(OrphanState state) {
    memory.traders().save(Versioned.fresh(Some.trader()));
    Orphan orphan = SomeKinds.orphan(new OrphanSource.OfNobody(Some.magic()), state);
    memory.orphans().save(Versioned.fresh(orphan));
  }

  private String said() {
    return said(PRESSED);
  }

  private String said(Instant pressed) {
    Halt.Active panic =
        new Halt.Active(
            new HaltScope.OneUser(Some.USER),
            1,
            Halt.Positions.CLOSE,
            Some.USER.value(),
            "at your own request",
            pressed);
    return new PanicLines(memory.world()).of(panic).toString();
  }
}
