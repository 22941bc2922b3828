package io.bitten.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.account.Ticket;
import io.bitten.core.market.Level;
import io.bitten.core.market.Price;
import io.bitten.core.order.Exit;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.RelayCommand;
import io.bitten.core.relay.Answer;
import io.bitten.core.relay.PositionClose;
import io.bitten.core.relay.Route;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A route without a history says that it closed, and the position is still shown. */
class LyingCloseTest extends Benched {
  private Ticket ticket;
  private Relay relay;
  private boolean lies = true;

  @BeforeEach
  void a_close_that_is_said_to_be_done() {
    bench.terminal.tellsNoHistory();
    relay = bench.boot(lying());
    relay.step(RelayBench.open());
    ticket = bench.terminal.positions().getFirst().ticket();
    RelayCommand.Close close = bench.closeCommand();
    relay.step(close);
    relay.close(Some.ACCOUNT);
    assertThat(bench.state()).isEqualTo("CLOSING");
    lies = false;
    bench.terminal.refuseCloses("TRADE_RETCODE_MARKET_CLOSED");
    bench.seconds(relay, 620);
    assertThat(bench.state()).isEqualTo("PROTECTED");
  }

  @Test
  void its_price_is_not_told_as_the_price_of_a_later_end() {
    bench.terminal.end(ticket, ExitReason.STOP_LOSS);
    bench.seconds(relay, 11);

    assertThat(bench.order().state())
        .isInstanceOfSatisfying(
            OrderState.Closed.class,
            closed ->
                assertThat(closed.exit())
                    .isEqualTo(
                        new Exit.Unbooked(
                            Level.absent(), ExitReason.OUTSIDE, bench.time.instant())));
  }

  @Test
  void a_list_that_lacks_the_position_for_a_moment_does_not_end_it() {
    var position = bench.terminal.positions().getFirst();
    bench.terminal.hide(ticket);
    bench.seconds(relay, 3);
    bench.terminal.show(position, "");
    bench.seconds(relay, 30);

    assertThat(bench.state()).isEqualTo("PROTECTED");
    assertThat(bench.terminal.positions()).containsExactly(position);
  }

  private Route lying() {
    return (Route)
        Proxy.newProxyInstance(
            Route.class.getClassLoader(),
            new Class<?>[] {Route.class},
            (proxy, method, arguments) ->
                lies && method.getName().equals("close")
                    ? new Answer.Done(
                        ((PositionClose) arguments[0]).ticket(),
                        Price.of("1.10050"),
                        Some.terms().lots())
                    : method.invoke(bench.terminal, arguments));
  }
}
