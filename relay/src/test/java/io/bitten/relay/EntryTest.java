package io.bitten.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.Versioned;
import io.bitten.core.account.Magic;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Symbol;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.RelayCommand;
import io.bitten.relay.journal.FailingDisk;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EntryTest extends Benched {
  @Test
  void an_entry_is_sent_once_and_protected() {
    Relay relay = bench.boot();
    assertThat(relay.step(RelayBench.open())).isInstanceOf(StepOutcome.Finished.class);
    relay.tell();
    assertThat(bench.state()).isEqualTo("PROTECTED");
    assertThat(bench.told()).isEqualTo("PROTECTED");
    assertThat(bench.terminal.sent()).hasSize(1);
    assertThat(bench.journal().intents()).isEmpty();
    assertThat(bench.journal().untold()).isEmpty();
  }

  @Test
  void the_same_command_again_and_again_sends_once() {
    Relay relay = bench.boot();
    for (int i = 0; i < 5; i++) {
      relay.step(RelayBench.open());
    }
    bench.boot().step(RelayBench.open());
    assertThat(bench.terminal.sent()).hasSize(1);
  }

  @Test
  void an_order_past_its_deadline_is_never_sent() {
    bench.time.advance(Duration.ofSeconds(8));
    assertThat(bench.boot().step(RelayBench.open())).isEqualTo(new StepOutcome.Finished("EXPIRED"));
    assertThat(bench.terminal.sent()).isEmpty();
  }

  @Test
  void a_halted_order_is_never_sent() {
    for (HaltScope scope :
        Set.of(
            new HaltScope.Everything(),
            new HaltScope.OneAccount(Some.ACCOUNT),
            new HaltScope.OneUser(Some.USER))) {
      RelayBench halted = new RelayBench(folder.resolve(scope.getClass().getSimpleName()));
      halted.world.halts().write(new Halt.Active(scope, 1, "tg-1", "test", Some.NOW));
      halted.boot().step(RelayBench.open());
      assertThat(halted.order().state()).isEqualTo(new OrderState.Killed(scope, 1, Some.NOW));
      assertThat(halted.terminal.sent()).isEmpty();
      halted.close();
    }
  }

  @Test
  void an_order_decided_before_a_lifted_halt_is_not_sent_either() {
    HaltScope everything = new HaltScope.Everything();
    bench.world.halts().write(new Halt.Active(everything, 1, "tg-1", "test", Some.NOW));
    bench.world.halts().write(new Halt.Lifted(everything, 2, "tg-7001", "over", Some.NOW));
    bench.boot().step(RelayBench.open());
    assertThat(bench.state()).isEqualTo("KILLED");
    assertThat(bench.terminal.sent()).isEmpty();
  }

  @Test
  void a_halt_that_is_lifted_again_while_the_connection_is_made_stops_the_order_all_the_same() {
    Relay relay = bench.boot();
    relay.refreshHalts();
    HaltScope everything = new HaltScope.Everything();
    bench.terminal.beforeSending =
        () -> {
          Halt halt = new Halt.Active(everything, 1, "tg-1", "test", Some.NOW);
          relay.step(new RelayCommand.SetHalt(RelayBench.header(), halt));
          Halt lifted = new Halt.Lifted(everything, 2, "tg-7001", "over", Some.NOW);
          relay.step(new RelayCommand.SetHalt(RelayBench.header(), lifted));
        };
    relay.step(RelayBench.open());
    assertThat(bench.terminal.sent()).isEmpty();
  }

  @Test
  void a_halt_that_was_told_counts_before_it_can_be_read() {
    Relay relay = bench.boot();
    relay.refreshHalts();
    Halt halt = new Halt.Active(new HaltScope.OneUser(Some.USER), 1, "tg-1", "test", Some.NOW);
    relay.step(new RelayCommand.SetHalt(RelayBench.header(), halt));
    relay.step(RelayBench.open());
    assertThat(bench.state()).isEqualTo("KILLED");
  }

  @Test
  void a_halt_is_known_after_a_restart_even_when_the_cloud_is_gone() {
    Halt halt = new Halt.Active(new HaltScope.Everything(), 1, "tg-1", "test", Some.NOW);
    bench.boot().step(new RelayCommand.SetHalt(RelayBench.header(), halt));
    Relay next = bench.boot();
    next.recover();
    next.step(RelayBench.open());
    assertThat(bench.state()).isEqualTo("KILLED");
  }

  @Test
  void a_definite_no_is_the_end() {
    bench.terminal.mood(Mood.REFUSES);
    Relay relay = bench.boot();
    relay.step(RelayBench.open());
    relay.step(RelayBench.open());
    assertThat(bench.state()).isEqualTo("REJECTED");
    assertThat(bench.terminal.sent()).hasSize(1);
  }

  @Test
  void an_unreachable_route_is_tried_twice_and_then_left_to_the_deadline() {
    bench.terminal.mood(Mood.CANNOT_BE_REACHED);
    Relay relay = bench.boot();
    relay.look(Some.ACCOUNT);
    for (int i = 0; i < 5; i++) {
      assertThat(relay.step(RelayBench.open())).isInstanceOf(StepOutcome.Later.class);
    }
    assertThat(bench.order().state()).isEqualTo(new OrderState.New(2));
    bench.seconds(relay, 8);
    assertThat(bench.state()).isEqualTo("EXPIRED");
    assertThat(bench.terminal.entryDeals(Some.magic())).isZero();
  }

  @Test
  void while_the_circuit_is_open_no_entry_is_tried() {
    bench.terminal.connected(false);
    Relay relay = bench.boot();
    for (int i = 0; i < CircuitBreaker.FAILURES; i++) {
      relay.look(Some.ACCOUNT);
    }
    bench.terminal.connected(true);
    assertThat(relay.step(RelayBench.open())).isInstanceOf(StepOutcome.Later.class);
    assertThat(bench.state()).isEqualTo("NEW");
    assertThat(bench.terminal.sent()).isEmpty();
  }

  @Test
  void a_disk_that_cannot_keep_the_intent_stops_all_entries() {
    FailingDisk disk = new FailingDisk(bench.disk());
    Relay relay = bench.boot(Crashes.never(), RelayCaps.none(), disk);
    disk.failForces(true);
    assertThat(relay.step(RelayBench.open())).isInstanceOf(StepOutcome.Later.class);
    assertThat(relay.step(RelayBench.open())).isInstanceOf(StepOutcome.Later.class);
    assertThat(bench.terminal.sent()).isEmpty();
    assertThat(bench.order().state()).isEqualTo(new OrderState.New(1));
  }

  @Test
  void a_command_that_disagrees_with_its_order_is_refused_and_ends_it_before_anything_is_sent() {
    RelayCommand.Open open = RelayBench.open();
    RelayCommand.Open other =
        new RelayCommand.Open(open.header(), open.order(), Magic.ours(99), open.terms());
    Relay relay = bench.boot();
    assertThat(relay.step(other)).isInstanceOf(StepOutcome.Refused.class);
    assertThat(bench.state()).isEqualTo("DEAD");

    relay.step(open);
    assertThat(bench.terminal.sent()).isEmpty();
  }

  @Test
  void a_command_that_disagrees_with_what_is_open_already_changes_nothing() {
    RelayCommand.Open open = RelayBench.open();
    Relay relay = bench.boot();
    relay.step(open);
    Order before = bench.order();

    relay.step(new RelayCommand.Open(open.header(), open.order(), Magic.ours(99), open.terms()));
    assertThat(bench.order()).isEqualTo(before);
  }

  @Test
  void each_local_limit_wins_over_the_cloud() {
    LocalTime midnight = LocalTime.MIDNIGHT;
    assertCapped(
        new RelayCaps(Lots.of("0.09"), 10, Set.of(), midnight, midnight), "RELAY_CAP_LOTS");
    assertCapped(new RelayCaps(Lots.of("1"), 0, Set.of(), midnight, midnight), "RELAY_CAP_OPEN");
    assertCapped(
        new RelayCaps(Lots.of("1"), 10, Set.of(new Symbol("GBPUSD")), midnight, midnight),
        "RELAY_CAP_SYMBOL");
    assertCapped(
        new RelayCaps(Lots.of("1"), 10, Set.of(), LocalTime.of(11, 0), LocalTime.of(12, 0)),
        "RELAY_CAP_HOURS");
  }

  private void assertCapped(RelayCaps caps, String code) {
    try (RelayBench capped = new RelayBench(folder.resolve(code))) {
      Relay relay = capped.boot(Crashes.never(), caps);
      relay.look(Some.ACCOUNT);
      relay.step(RelayBench.open());
      assertThat(capped.order().state())
          .isInstanceOfSatisfying(
              OrderState.Rejected.class, no -> assertThat(no.code()).isEqualTo(code));
      assertThat(capped.terminal.sent()).isEmpty();
    }
  }

  @Test
  void an_order_that_another_relay_is_sending_is_left_alone() {
    Versioned<io.bitten.core.order.Order> stored =
        bench.world.orders().find(Some.ORDER).orElseThrow();
    OrderState.Submitting elsewhere =
        new OrderState.Submitting(
            new io.bitten.core.order.Attempt(
                1,
                io.bitten.core.order.RouteName.FARM,
                new io.bitten.core.order.Owner("relay-2", "boot-x", 1),
                Some.NOW.plusSeconds(8)));
    bench.world.orders().save(stored.with(stored.value().with(elsewhere)));
    Relay relay = bench.boot();
    relay.recover();
    assertThat(relay.step(RelayBench.open())).isInstanceOf(StepOutcome.Later.class);
    assertThat(bench.state()).isEqualTo("SUBMITTING");
    assertThat(bench.terminal.sent()).isEmpty();
  }
}
