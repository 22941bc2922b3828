package io.bitten.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.account.Magic;
import io.bitten.core.account.Ticket;
import io.bitten.core.market.Level;
import io.bitten.core.market.Lots;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.Orders;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The machine's own limit on open positions, where one is open and one is allowed. */
class OpenLimitTest extends Benched {
  private static final RelayCaps ONE =
      new RelayCaps(Lots.of("1"), 1, Set.of(), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

  private Relay relay;

  @BeforeEach
  void begin() {
    bench.terminal.show(
        SomePositions.of(new Ticket(7), Magic.ours(99), Level.absent(), bench.time.instant()), "");
    bench.orders = failingLookAtEachMove(bench.world.orders());
    relay = bench.boot(Crashes.never(), ONE);
  }

  @Test
  void before_the_first_look_nothing_is_sent() {
    assertThat(relay.step(RelayBench.open())).isInstanceOf(StepOutcome.Later.class);
    assertWaiting();
  }

  @Test
  void after_a_look_that_failed_nothing_is_sent() {
    relay.look(Some.ACCOUNT);
    failLook();
    assertThat(relay.step(RelayBench.open())).isInstanceOf(StepOutcome.Later.class);
    assertWaiting();
  }

  @Test
  void by_a_look_that_is_old_nothing_is_sent() {
    relay.look(Some.ACCOUNT);
    bench.time.advance(Duration.ofSeconds(6));
    relay.refreshHalts();
    assertThat(relay.step(RelayBench.open())).isInstanceOf(StepOutcome.Later.class);
    assertWaiting();
  }

  @Test
  void a_look_that_fails_while_the_entry_is_claimed_frees_no_limit() {
    relay.look(Some.ACCOUNT);
    relay.step(RelayBench.open());
    assertThat(bench.state()).isEqualTo("REJECTED");
    assertThat(bench.terminal.sent()).isEmpty();
  }

  private void assertWaiting() {
    assertThat(bench.order().state()).isEqualTo(new OrderState.New(0));
    assertThat(bench.terminal.sent()).isEmpty();
  }

  private void failLook() {
    bench.terminal.connected(false);
    relay.look(Some.ACCOUNT);
    bench.terminal.connected(true);
  }

  private Orders failingLookAtEachMove(Orders real) {
    return (Orders)
        Proxy.newProxyInstance(
            Orders.class.getClassLoader(),
            new Class<?>[] {Orders.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("save")) {
                failLook();
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
