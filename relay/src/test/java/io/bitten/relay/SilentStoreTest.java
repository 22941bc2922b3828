package io.bitten.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.core.Some;
import io.bitten.core.market.Level;
import io.bitten.core.order.CloseWishes;
import io.bitten.core.order.Orders;
import io.bitten.core.relay.PositionClose;
import io.bitten.core.relay.Route;
import io.bitten.core.relay.StopChange;
import io.bitten.relay.journal.Journal;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The broker answers and the shared store does not: what is open is closed, and keeps its stop. */
class SilentStoreTest extends Benched {
  private final List<Object> asked = new ArrayList<>();
  private boolean silent;
  private boolean savesFail;
  private Relay relay;

  @BeforeEach
  void begin() {
    relay = relay();
    relay.renewLease();
    relay.refreshHalts();
    relay.watch(Some.ACCOUNT);
  }

  @Test
  void a_stored_close_is_tried_again() {
    relay.step(RelayBench.open());
    bench.terminal.refuseCloses("TRADE_RETCODE_REQUOTE");
    relay.step(bench.closeCommand());
    relay.close(Some.ACCOUNT);
    assertThat(bench.state()).isEqualTo("CLOSING");
    silent = true;
    asked.clear();
    bench.time.advance(Duration.ofSeconds(30));
    bench.terminal.acceptCloses();

    assertThatThrownBy(() -> relay.close(Some.ACCOUNT)).hasMessage("the store is silent");

    assertThat(asked).hasAtLeastOneElementOfType(PositionClose.class);
    assertThat(bench.terminal.positions()).isEmpty();
    silent = false;
    bench.seconds(relay, 6);
    assertThat(bench.state()).isEqualTo("CLOSED");
  }

  @Test
  void a_stop_that_was_taken_away_is_put_back() {
    relay.step(RelayBench.open());
    assertThat(bench.state()).isEqualTo("PROTECTED");
    silent = true;
    bench.time.advance(Duration.ofSeconds(30));
    takeTheStopAway();
    relay.look(Some.ACCOUNT);

    assertThatThrownBy(() -> relay.watch(Some.ACCOUNT)).hasMessage("the store is silent");

    assertThatItHasItsStop();
  }

  @Test
  void a_fill_that_cannot_be_stored_gets_its_stop() {
    bench.terminal.mood(Mood.DROPS_THE_STOP);
    bench.terminal.beforeSending = () -> savesFail = true;

    assertThatThrownBy(() -> relay.step(RelayBench.open())).hasMessage("the store is silent");

    assertThat(bench.state()).isEqualTo("SUBMITTING");
    assertThatItHasItsStop();
  }

  @Test
  void a_stop_that_could_not_be_put_on_at_once_is_put_on_by_the_watch() {
    bench.terminal.mood(Mood.DROPS_THE_STOP);
    bench.terminal.beforeSending = () -> savesFail = true;
    assertThatThrownBy(() -> relay.step(RelayBench.open())).hasMessage("the store is silent");
    takeTheStopAway();
    bench.time.advance(Duration.ofMinutes(3));
    relay.look(Some.ACCOUNT);

    assertThatThrownBy(() -> relay.watch(Some.ACCOUNT)).hasMessage("the store is silent");

    assertThatItHasItsStop();
  }

  @Test
  void what_an_order_in_doubt_became_gets_its_stop() {
    bench.terminal.mood(Mood.TELLS_NO_TICKET);
    relay.step(RelayBench.open());
    assertThat(bench.state()).isEqualTo("UNKNOWN");
    takeTheStopAway();
    silent = true;

    assertThatThrownBy(() -> relay.resolve(Some.ACCOUNT)).hasMessage("the store is silent");

    assertThatItHasItsStop();
  }

  @Test
  void what_was_known_is_forgotten_while_another_relay_works() {
    relay.step(RelayBench.open());
    bench.time.advance(Tenure.LEASE);
    Relay other =
        bench.beside("relay-2", bench.world.leases(), RelayBench.disk(folder.resolve("2")));
    other.renewLease();
    bench.time.advance(Tenure.LEASE);
    other.renewLease();
    relay.renewLease();
    relay.watch(Some.ACCOUNT);
    bench.time.advance(Tenure.LEASE);
    relay.renewLease();
    takeTheStopAway();
    silent = true;
    relay.look(Some.ACCOUNT);

    assertThatThrownBy(() -> relay.watch(Some.ACCOUNT)).hasMessage("the store is silent");

    assertThat(asked).doesNotHaveAnyElementsOfTypes(StopChange.class);
  }

  private void takeTheStopAway() {
    var position = bench.terminal.positions().getFirst();
    bench.terminal.show(
        SomePositions.with(position, position.lots(), Level.absent(), position.takeProfit()), "");
  }

  private void assertThatItHasItsStop() {
    assertThat(asked).hasAtLeastOneElementOfType(StopChange.class);
    assertThat(bench.terminal.positions().getFirst().stopLoss())
        .isEqualTo(Level.at(Some.terms().stopLoss()));
  }

  private Relay relay() {
    RelayPorts ports =
        new RelayPorts(
            store(Orders.class, bench.world.orders()),
            bench.world.halts(),
            bench.world.leases(),
            store(CloseWishes.class, bench.world.closeWishes()),
            bench.world.orphans(),
            bench.world.reports(),
            bench.time,
            bench.ticker,
            Journal.open(RelayBench.disk(folder.resolve("silent"))));
    RelayLine line =
        new RelayLine(Some.ACCOUNT, around(Route.class, bench.terminal), RelayCaps.none());
    return new Relay(RelaySettings.named("relay-1"), ports, List.of(line), "boot-1");
  }

  private <T> T store(Class<T> port, T real) {
    return proxy(
        port,
        real,
        (method, arguments) -> {
          if (silent || savesFail && method.equals("save")) {
            throw new IllegalStateException("the store is silent");
          }
        });
  }

  private <T> T around(Class<T> port, T real) {
    return proxy(
        port,
        real,
        (method, arguments) -> {
          if (arguments != null) {
            asked.addAll(List.of(arguments));
          }
        });
  }

  private interface Before {
    void call(String method, Object[] arguments);
  }

  private static <T> T proxy(Class<T> port, T real, Before before) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              before.call(method.getName(), arguments);
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
