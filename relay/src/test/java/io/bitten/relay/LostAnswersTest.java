package io.bitten.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.core.Some;
import io.bitten.core.Written;
import io.bitten.core.order.CloseWishes;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.Orders;
import io.bitten.core.order.RelayCommand;
import io.bitten.relay.journal.Journal;
import io.bitten.relay.journal.UnforcedDisk;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a store did and did not answer, what power took away, and what nobody has to ask again. */
class LostAnswersTest extends Benched {
  private final List<String> calls = new ArrayList<>();
  private boolean answersAreLost;

  @Test
  void a_move_that_was_stored_behind_a_lost_answer_is_told_by_the_same_process() {
    Relay relay = relay("relay-1");
    answersAreLost = true;
    assertThatThrownBy(() -> relay.step(RelayBench.open()))
        .isInstanceOf(IllegalStateException.class);
    answersAreLost = false;

    relay.tell();

    assertThat(bench.state()).isEqualTo("SUBMITTING");
    assertThat(bench.told()).isEqualTo("SUBMITTING");
  }

  @Test
  void that_an_order_ended_is_told_also_after_a_loss_of_power() {
    Relay relay = bench.boot(Crashes.never(), RelayCaps.none(), new UnforcedDisk(bench.disk()));
    relay.recover();
    relay.step(RelayBench.open());
    relay.tell();
    bench.terminal.end(bench.terminal.positions().getFirst().ticket(), ExitReason.STOP_LOSS);
    relay.look(Some.ACCOUNT);
    relay.tend(Some.ACCOUNT);
    assertThat(bench.state()).isEqualTo("CLOSED");
    assertThat(bench.told()).isEqualTo("PROTECTED");

    Relay next = bench.boot();
    next.recover();
    next.tell();

    assertThat(bench.told()).isEqualTo("CLOSED");
  }

  @Test
  void that_nobody_wants_anything_closed_is_asked_once_in_five_seconds() {
    Relay relay = relay("relay-1");
    relay.renewLease();
    relay.close(Some.ACCOUNT);
    bench.time.advance(Duration.ofMillis(4_999));
    relay.close(Some.ACCOUNT);
    assertThat(asked("CloseWishes.of")).isEqualTo(1);

    relay.step(
        new RelayCommand.CloseAll(RelayBench.header(bench.time.instant()), ExitReason.TRADER));
    relay.close(Some.ACCOUNT);
    assertThat(asked("CloseWishes.of")).as("its own wish").isGreaterThan(1);
    bench.world.closeWishes().of(Some.ACCOUNT, 10).forEach(bench.world.closeWishes()::drop);

    relay.close(Some.ACCOUNT);
    long before = asked("CloseWishes.of");
    relay.close(Some.ACCOUNT);
    assertThat(asked("CloseWishes.of")).isEqualTo(before);
    bench.time.advance(Duration.ofSeconds(5));
    relay.close(Some.ACCOUNT);
    assertThat(asked("CloseWishes.of")).as("another relay's wishes").isGreaterThan(before);
  }

  private long asked(String call) {
    return calls.stream().filter(call::equals).count();
  }

  /** A relay whose stores may do what they are told and not answer. */
  private Relay relay(String name) {
    RelayPorts ports =
        new RelayPorts(
            around(Orders.class, bench.world.orders()),
            bench.world.halts(),
            bench.world.leases(),
            around(CloseWishes.class, bench.world.closeWishes()),
            bench.world.orphans(),
            bench.world.reports(),
            bench.time,
            bench.ticker,
            Journal.open(RelayBench.disk(folder.resolve(name))));
    RelayLine line = new RelayLine(Some.ACCOUNT, bench.terminal, RelayCaps.none());
    return new Relay(RelaySettings.named(name), ports, List.of(line), name + "-boot");
  }

  private <T> T around(Class<T> port, T real) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              calls.add(port.getSimpleName() + "." + method.getName());
              try {
                Object answer = method.invoke(real, arguments);
                if (answersAreLost && answer instanceof Written) {
                  throw new IllegalStateException("the answer is lost");
                }
                return answer;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
