package io.bitten.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.fill.Report;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.order.CloseWishes;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.RelayCommand;
import io.bitten.core.relay.Answer;
import io.bitten.core.relay.Entry;
import io.bitten.core.relay.Route;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class RelayAppTest extends Benched {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** The most that one failure of the store may add to a panic. */
  private static final Duration MOST = Duration.ofSeconds(4);

  private final MemoryCommands orders = new MemoryCommands();
  private final MemoryCommands exits = new MemoryCommands();

  @Test
  void a_command_is_carried_out_reported_and_taken_from_its_queue() {
    try (RelayApp app = start(bench.terminal)) {
      assertThat(app).isNotNull();
      orders.put(RelayBench.open());
      await(() -> orders.done() == 1 && bench.told().equals("PROTECTED"));
      exits.put(bench.closeCommand());
      await(() -> exits.done() == 1 && bench.told().equals("CLOSED"));
      await(
          () ->
              bench.world.reports().sent().stream().anyMatch(Report.AccountSeen.class::isInstance));
    }
    assertThat(bench.world.reports().sent()).hasAtLeastOneElementOfType(Report.Heartbeat.class);
  }

  @Test
  void what_cannot_be_read_goes_to_the_dead_letters() {
    try (RelayApp app = start(bench.terminal)) {
      assertThat(app).isNotNull();
      orders.put("garbage");
      await(() -> orders.refused() == 1);
    }
  }

  @Test
  void an_entry_that_hangs_at_the_broker_does_not_hold_up_a_halt() {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch hanging = new CountDownLatch(1);
    try (RelayApp app = start(hanging(arrived, hanging))) {
      assertThat(app).isNotNull();
      orders.put(RelayBench.open());
      await(() -> arrived.getCount() == 0);
      Halt halt = new Halt.Active(new HaltScope.Everything(), 1, "tg-1", "test", Some.NOW);
      exits.put(new RelayCommand.SetHalt(RelayBench.header(), halt));
      await(() -> exits.done() == 1);
      assertThat(bench.state()).isEqualTo("SUBMITTING");
      hanging.countDown();
      await(() -> bench.state().equals("UNKNOWN"));
    }
  }

  @Test
  void a_close_that_hangs_at_the_broker_is_finished_at_once_and_holds_up_nothing() {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch hanging = new CountDownLatch(1);
    bench.boot().step(RelayBench.open());
    try (RelayApp app = start(hangingCloses(arrived, hanging))) {
      assertThat(app).isNotNull();
      exits.put(bench.closeCommand());
      await(() -> arrived.getCount() == 0 && exits.done() == 1);
      assertThat(bench.state()).isEqualTo("CLOSING");
      Halt halt = new Halt.Active(new HaltScope.Everything(), 1, "tg-1", "test", Some.NOW);
      exits.put(new RelayCommand.SetHalt(RelayBench.header(), halt));
      await(() -> exits.done() == 2);
      hanging.countDown();
      await(() -> bench.state().equals("CLOSED"));
    }
  }

  @Test
  void an_entry_that_has_to_wait_is_held_and_not_given_back() {
    bench.terminal.connected(false);
    Relay before = bench.boot();
    for (int i = 0; i < CircuitBreaker.FAILURES; i++) {
      before.look(Some.ACCOUNT);
    }
    bench.terminal.mood(Mood.CANNOT_BE_REACHED);
    try (RelayApp app = start(bench.terminal)) {
      assertThat(app).isNotNull();
      orders.put(RelayBench.open());
      await(() -> bench.order().state().equals(new io.bitten.core.order.OrderState.New(1)));
      bench.time.advance(Duration.ofSeconds(8));
      await(() -> orders.done() == 1 && bench.state().equals("EXPIRED"));
    }
    assertThat(orders.given()).isZero();
  }

  @Test
  void a_store_that_fails_once_does_not_keep_a_panic_until_the_queue_brings_it_again() {
    bench.boot().step(RelayBench.open());
    FailsOnce keep = new FailsOnce("keep");
    bench.wishes = keep.around(CloseWishes.class, bench.wishes);
    try (RelayApp app = start(bench.terminal)) {
      assertThat(app).isNotNull();
      exits.put(new RelayCommand.CloseAll(RelayBench.header(), ExitReason.TRADER));
      await(() -> exits.done() == 1 && bench.state().equals("CLOSED"));
    }
    assertThat(bench.terminal.positions()).isEmpty();
    assertThat(keep.calls()).isEqualTo(2);
    assertThat(exits.given()).isZero();
    assertThat(CommandPoller.AFTER_TROUBLE).isLessThan(MOST);
  }

  @Test
  void a_step_that_stopping_breaks_off_raises_no_alarm() {
    CountDownLatch looking = new CountDownLatch(1);
    List<String> alarms = new CopyOnWriteArrayList<>();
    RelayApp app = start(brokenOffLooks(looking), alarms);
    await(() -> looking.getCount() == 0);
    app.close();
    assertThat(alarms).isEmpty();
  }

  @Test
  void a_relay_that_is_idle_stops_twice_without_an_alarm() {
    List<String> alarms = new CopyOnWriteArrayList<>();
    RelayApp app = start(bench.terminal, alarms);
    app.close();
    app.close();
    assertThat(alarms).isEmpty();
  }

  /** The terminal, but that looks last until they are broken off. */
  private Route brokenOffLooks(CountDownLatch looking) {
    return (Route)
        Proxy.newProxyInstance(
            Route.class.getClassLoader(),
            new Class<?>[] {Route.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("look")) {
                looking.countDown();
                try {
                  new CountDownLatch(1).await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                  throw new IllegalStateException("broken off", e);
                }
              }
              return method.invoke(bench.terminal, arguments);
            });
  }

  /** The terminal, but that closes arrive and hang until the end. */
  private Route hangingCloses(CountDownLatch arrived, CountDownLatch end) {
    return (Route)
        Proxy.newProxyInstance(
            Route.class.getClassLoader(),
            new Class<?>[] {Route.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                arrived.countDown();
                end.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
              }
              try {
                return method.invoke(bench.terminal, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  /** The terminal, but that entries arrive, hang until the end, and are lost. */
  private Route hanging(CountDownLatch arrived, CountDownLatch end) {
    return (Route)
        Proxy.newProxyInstance(
            Route.class.getClassLoader(),
            new Class<?>[] {Route.class},
            (proxy, method, arguments) -> {
              if (arguments != null && arguments[0] instanceof Entry) {
                arrived.countDown();
                end.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                return new Answer.Unknown("hung");
              }
              try {
                return method.invoke(bench.terminal, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private RelayApp start(Route route) {
    return start(route, new CopyOnWriteArrayList<>());
  }

  private RelayApp start(Route route, List<String> alarms) {
    Relay relay = bench.boot(route);
    CommandDoor door = text -> text.startsWith("command") ? either(text) : orders.read(text);
    RelayLog log =
        new RelayLog() {
          @Override
          public void say(String what, String details) {}

          @Override
          public void alarm(String what, String details) {
            alarms.add(what + ": " + details);
          }
        };
    return RelayApp.start(relay, new RelayCloud(orders, exits, door), log);
  }

  private CommandDoor.Read either(String text) {
    CommandDoor.Read order = orders.read(text);
    return order instanceof CommandDoor.Read.Genuine ? order : exits.read(text);
  }

  private void await(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime())
          .as("waited too long in %s", bench.order().state())
          .isLessThan(end);
      LockSupport.parkNanos(1_000_000);
    }
  }
}
