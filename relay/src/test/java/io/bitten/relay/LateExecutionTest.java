package io.bitten.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.SomeRules;
import io.bitten.core.Versioned;
import io.bitten.core.account.Position;
import io.bitten.core.account.Ticket;
import io.bitten.core.fill.FillDesk;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.market.Level;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.Orders;
import io.bitten.core.order.OrphanSource;
import io.bitten.core.order.OrphanState;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A broker executes minutes after the order has ended, under a relay that was started since. */
class LateExecutionTest {
  private static final Ticket TICKET = new Ticket(77);

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "REFUSES, REJECTED, bitten",
    "LOSES_THE_REQUEST, EXPIRED, bitten",
    "LOSES_THE_REQUEST, EXPIRED, ''"
  })
  void what_shows_minutes_after_a_definite_end_is_closed_and_booked(
      Mood mood, String ended, String comment) {
    try (RelayBench bench = new RelayBench(folder)) {
      bench.world.accounts().claim(Some.account());
      FillDesk cloud = new FillDesk(bench.world.world(), SomeRules.rulebook());
      bench.terminal.mood(mood);
      Relay first = bench.boot();
      first.step(RelayBench.open());
      bench.seconds(first, 200);
      assertThat(bench.state()).isEqualTo(ended);
      bench.terminal.show(
          SomePositions.of(TICKET, Some.magic(), Level.absent(), bench.time.instant()), comment);

      Relay next = bench.boot();
      next.recover();
      rounds(bench, next, cloud);
      assertThat(bench.terminal.positions()).isEmpty();
      assertThat(bench.world.halts().read(new HaltScope.OneAccount(Some.ACCOUNT)))
          .as("it is no stranger")
          .isInstanceOf(Halt.Never.class);
      assertThat(bench.state()).as("an end stays one").isEqualTo(ended);
      assertThat(bench.world.orphans().of(Some.ACCOUNT, 10))
          .singleElement()
          .satisfies(
              one -> {
                assertThat(one.value().state()).isInstanceOf(OrphanState.Closed.class);
                assertThat(one.value().source())
                    .isEqualTo(new OrphanSource.OfOrder(Some.ORDER, bench.order().number(), ended));
              });
    }
  }

  @Test
  void each_try_to_close_one_has_an_id_of_its_own() {
    try (RelayBench bench = new RelayBench(folder)) {
      List<String> ids = new ArrayList<>();
      bench.terminal.beforeClosing = close -> ids.add(close.id());
      bench.terminal.refuseCloses("TRADE_RETCODE_REJECT");
      bench.time.advance(Duration.ofSeconds(9));
      for (int process = 0; process < 2; process++) {
        Relay relay = bench.boot();
        relay.step(RelayBench.open());
        bench.terminal.show(
            SomePositions.of(TICKET, Some.magic(), Level.absent(), bench.time.instant()), "");
        relay.reconcile(Some.ACCOUNT);
        relay.reconcile(Some.ACCOUNT);
      }
      assertThat(ids).hasSize(4).doesNotHaveDuplicates();
    }
  }

  @Test
  void what_was_closed_and_could_not_be_told_is_told_by_the_next_process() {
    try (RelayBench bench = new RelayBench(folder)) {
      bench.world.accounts().claim(Some.account());
      FillDesk cloud = new FillDesk(bench.world.world(), SomeRules.rulebook());
      CutReports reports = new CutReports(bench.world.reports());
      Relay first = bench.bootWithReports(reports);
      bench.time.advance(Duration.ofSeconds(9));
      first.step(RelayBench.open());
      bench.terminal.show(
          SomePositions.of(TICKET, Some.magic(), Level.absent(), bench.time.instant()), "");
      reports.cut(true);
      first.reconcile(Some.ACCOUNT);
      assertThat(bench.terminal.positions()).isEmpty();

      Relay next = bench.boot();
      next.recover();
      rounds(bench, next, cloud);
      assertThat(bench.world.orphans().find(Some.ACCOUNT, TICKET))
          .hasValueSatisfying(
              one -> assertThat(one.value().state()).isInstanceOf(OrphanState.Closed.class));
      assertThat(bench.journal().untoldOrphans()).as("it knows that it told").isEmpty();
    }
  }

  @Test
  void an_order_whose_first_attempt_shows_up_late_is_not_sent_again_and_gets_its_stop() {
    try (RelayBench bench = new RelayBench(folder)) {
      bench.world.accounts().claim(Some.account());
      bench.terminal.mood(Mood.CANNOT_BE_REACHED);
      Relay relay = bench.boot();
      relay.step(RelayBench.open());
      assertThat(bench.order().state()).isEqualTo(new OrderState.New(1));
      bench.terminal.mood(Mood.FILLS);
      bench.terminal.show(
          SomePositions.of(TICKET, Some.magic(), Level.absent(), bench.time.instant()), "");
      relay.look(Some.ACCOUNT);

      assertThat(relay.step(RelayBench.open())).isInstanceOf(StepOutcome.Later.class);
      assertThat(bench.order().state()).isEqualTo(new OrderState.New(1));
      relay.reconcile(Some.ACCOUNT);
      assertThat(bench.terminal.positions())
          .singleElement()
          .satisfies(
              one ->
                  assertThat(one.stopLoss()).isEqualTo(Level.at(bench.order().terms().stopLoss())));

      FillDesk cloud = new FillDesk(bench.world.world(), SomeRules.rulebook());
      rounds(bench, relay, cloud);
      assertThat(bench.terminal.positions()).isEmpty();
      assertThat(bench.world.orphans().find(Some.ACCOUNT, TICKET)).isPresent();
    }
  }

  @Test
  void a_fill_is_left_alone_though_a_list_of_orders_that_lags_shows_its_order_waiting() {
    try (RelayBench bench = new RelayBench(folder)) {
      List<Versioned<Order>> waiting = bench.world.orders().open(Some.ACCOUNT, 10);
      bench.orders = listing(waiting, bench.world.orders());
      Relay relay = bench.boot();
      relay.step(RelayBench.open());
      assertThat(bench.state()).isEqualTo("PROTECTED");
      bench.time.advance(Duration.ofSeconds(9));

      relay.reconcile(Some.ACCOUNT);
      assertThat(bench.terminal.positions()).hasSize(1);
    }
  }

  @Test
  void the_stop_of_a_fill_is_left_to_its_desk_though_the_list_shows_its_order_waiting() {
    try (RelayBench bench = new RelayBench(folder)) {
      List<Versioned<Order>> waiting = bench.world.orders().open(Some.ACCOUNT, 10);
      bench.orders = listing(waiting, bench.world.orders());
      Relay relay = bench.boot();
      relay.step(RelayBench.open());
      Position agreed = bench.terminal.positions().getFirst();
      bench.terminal.show(SomePositions.with(agreed, agreed.lots(), Level.absent()), "");
      bench.terminal.afterLook =
          () -> {
            bench.terminal.show(agreed, "");
            bench.terminal.afterLook = () -> {};
          };

      relay.reconcile(Some.ACCOUNT);
      assertThat(bench.terminal.positions()).containsExactly(agreed);
    }
  }

  private static Orders listing(List<Versioned<Order>> open, Orders real) {
    return (Orders)
        Proxy.newProxyInstance(
            real.getClass().getClassLoader(),
            new Class<?>[] {Orders.class},
            (proxy, method, arguments) ->
                method.getName().equals("open") ? open : method.invoke(real, arguments));
  }

  @Test
  void what_nobody_would_remember_waits_behind_its_stop_until_it_can_be_told() {
    try (RelayBench bench = new RelayBench(folder)) {
      bench.world.accounts().claim(Some.account());
      CutReports reports = new CutReports(bench.world.reports());
      Relay relay = bench.bootWithReports(reports);
      executesLateOnADeadDisk(bench, relay);
      reports.cut(true);
      relay.reconcile(Some.ACCOUNT);
      assertThat(bench.terminal.positions())
          .singleElement()
          .satisfies(one -> assertThat(one.stopLoss()).isInstanceOf(Level.At.class));

      reports.cut(false);
      relay.reconcile(Some.ACCOUNT);
      assertThat(bench.terminal.positions()).isEmpty();
    }
  }

  @Test
  void what_takes_no_stop_is_closed_though_nobody_would_remember_it() {
    try (RelayBench bench = new RelayBench(folder)) {
      CutReports reports = new CutReports(bench.world.reports());
      Relay relay = bench.bootWithReports(reports);
      bench.terminal.mood(Mood.DROPS_THE_STOP_FOR_GOOD);
      executesLateOnADeadDisk(bench, relay);
      reports.cut(true);
      relay.reconcile(Some.ACCOUNT);
      assertThat(bench.terminal.positions()).isEmpty();
    }
  }

  private static void executesLateOnADeadDisk(RelayBench bench, Relay relay) {
    bench.time.advance(Duration.ofSeconds(9));
    relay.step(RelayBench.open());
    bench.terminal.show(
        SomePositions.of(TICKET, Some.magic(), Level.absent(), bench.time.instant()), "");
    relay.renewLease();
    // Its disk is gone from here on.
    bench.close();
  }

  private static void rounds(RelayBench bench, Relay relay, FillDesk cloud) {
    for (int round = 0; round < 3; round++) {
      bench.time.advance(Duration.ofSeconds(10));
      relay.renewLease();
      relay.look(Some.ACCOUNT);
      relay.reconcile(Some.ACCOUNT);
      relay.tell();
      bench.world.reports().take().forEach(cloud::book);
    }
  }
}
