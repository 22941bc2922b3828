package io.bitten.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.Orders;
import io.bitten.core.order.RelayCommand;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything is to be closed while an order is on its way and no list shows it yet. */
class CloseAllInFlightTest extends Benched {
  private Relay relay;

  @BeforeEach
  void begin() {
    bench.orders = lagging(bench.world.orders());
    relay = bench.boot();
    relay.refreshHalts();
    relay.look(Some.ACCOUNT);
  }

  @Test
  void what_is_being_sent_is_closed_once_it_fills() {
    bench.terminal.beforeSending = this::closeAll;

    relay.step(RelayBench.open());
    assertThat(bench.state()).isEqualTo("PROTECTED");
    bench.seconds(relay, 2);

    assertThat(bench.state()).isEqualTo("CLOSED");
    assertThat(bench.terminal.positions()).isEmpty();
  }

  @Test
  void what_was_placed_and_not_claimed_yet_is_closed_once_it_fills() {
    bench.time.advance(Duration.ofSeconds(1));
    closeAll();
    bench.seconds(relay, 4);

    relay.step(RelayBench.open());
    assertThat(bench.state()).isEqualTo("PROTECTED");
    bench.seconds(relay, 2);

    assertThat(bench.state()).isEqualTo("CLOSED");
  }

  @Test
  void the_wish_goes_when_no_list_lags_so_far_behind() {
    closeAll();
    bench.seconds(relay, 15);
    assertThat(bench.world.closeWishes().of(Some.ACCOUNT, 10)).hasSize(1);

    bench.seconds(relay, 1);
    assertThat(bench.world.closeWishes().of(Some.ACCOUNT, 10)).isEmpty();
  }

  private void closeAll() {
    relay.step(
        new RelayCommand.CloseAll(RelayBench.header(bench.time.instant()), ExitReason.TRADER));
    relay.close(Some.ACCOUNT);
  }

  /** The orders, whose list of open ones shows nothing of late. */
  private Orders lagging(Orders real) {
    return (Orders)
        Proxy.newProxyInstance(
            Orders.class.getClassLoader(),
            new Class<?>[] {Orders.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("open")) {
                return List.of();
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
