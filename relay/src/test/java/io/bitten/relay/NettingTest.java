package io.bitten.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.Versioned;
import io.bitten.core.account.Magic;
import io.bitten.core.account.UserId;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderId;
import io.bitten.core.order.RelayCommand;
import io.bitten.core.relay.Answer;
import io.bitten.core.risk.RiskBook;
import io.bitten.relay.FindingText.Grade;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two orders never hold one position, though an account that nets gives them one. */
class NettingTest extends Benched {
  private static final OrderId SECOND = OrderId.derivedFrom("netting", "2");
  private static final HaltScope ACCOUNT = new HaltScope.OneAccount(Some.ACCOUNT);

  private NettingTerminal netting;
  private Relay relay;

  @BeforeEach
  void begin() {
    netting = new NettingTerminal(bench.terminal);
    relay = bench.boot(netting);
    relay.step(RelayBench.open());
    assertThat(bench.state()).isEqualTo("PROTECTED");
    place();
  }

  @Test
  void an_answer_with_another_orders_ticket_fills_nothing() {
    openSecond();
    assertThat(second()).isEqualTo("UNKNOWN");
    assertThat(bench.state()).isEqualTo("PROTECTED");
  }

  @Test
  void what_was_done_in_another_orders_position_never_counts_as_not_executed() {
    bench.terminal.tellsNoHistory();
    openSecond();
    bench.seconds(relay, 200);
    assertThat(second()).isEqualTo("UNKNOWN");
  }

  @Test
  void an_entry_deal_in_another_orders_position_fills_nothing() {
    netting.answers = done -> new Answer.Unknown("timed out");
    openSecond();
    bench.seconds(relay, 200);
    assertThat(second()).as("neither filled nor proven to be nothing").isEqualTo("UNKNOWN");
  }

  @Test
  void it_is_an_alarm_and_halts_the_account() {
    openSecond();
    assertThat(relay.reconcile(Some.ACCOUNT))
        .anySatisfy(
            one -> {
              assertThat(one.text().kind()).isEqualTo("shared");
              assertThat(one.text().grade()).isEqualTo(Grade.ALARM);
              assertThat(one.text().sentence()).contains(SECOND.value(), Some.ORDER.value());
            });
    assertThat(bench.world.halts().read(ACCOUNT)).isInstanceOf(Halt.Active.class);
  }

  @Test
  void the_position_is_closed_once() {
    openSecond();
    relay.reconcile(Some.ACCOUNT);
    relay.step(bench.closeCommand());
    relay.close(Some.ACCOUNT);
    assertThat(bench.terminal.positions()).isEmpty();
    bench.seconds(relay, 5);
    assertThat(bench.state()).isEqualTo("CLOSED");
    assertThat(second()).isEqualTo("CLOSED");
    assertThat(netting.closes()).isEqualTo(1);
  }

  private String second() {
    return bench.world.orders().find(SECOND).orElseThrow().value().state().label();
  }

  private void openSecond() {
    Order order = bench.world.orders().find(SECOND).orElseThrow().value();
    relay.step(new RelayCommand.Open(RelayBench.header(), SECOND, order.magic(), order.terms()));
  }

  private void place() {
    Order some = Some.order();
    RiskBook book = Some.riskBook();
    UserId user = new UserId("tg-2");
    bench
        .world
        .orders()
        .place(
            new Order(
                SECOND,
                some.number(),
                Magic.ours(4_712),
                user,
                some.account(),
                some.origin(),
                some.terms(),
                some.state(),
                some.haltEpochs(),
                some.createdAt(),
                some.deadline(),
                some.correlation()),
            Versioned.fresh(
                new RiskBook(
                    user,
                    book.reservations(),
                    book.day(),
                    book.tilt(),
                    book.peak(),
                    book.recent(),
                    book.settled())));
  }
}
