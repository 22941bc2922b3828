package io.bitten.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.core.Some;
import io.bitten.core.SomeRules;
import io.bitten.core.Versioned;
import io.bitten.core.account.Magic;
import io.bitten.core.account.Position;
import io.bitten.core.account.Ticket;
import io.bitten.core.fill.FillDesk;
import io.bitten.core.fill.Report;
import io.bitten.core.market.Direction;
import io.bitten.core.market.Level;
import io.bitten.core.market.Price;
import io.bitten.core.order.Exit;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.Orphan;
import io.bitten.core.order.OrphanFact;
import io.bitten.core.order.OrphanSource;
import io.bitten.core.order.OrphanState;
import io.bitten.core.order.RelayCommand;
import io.bitten.core.risk.RiskBook;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Positions without an order: what the relay does with them, and what the cloud books of it. */
class OrphanTest {
  private static final Ticket TICKET = new Ticket(77);

  @TempDir Path folder;
  private RelayBench bench;
  private FillDesk cloud;

  @BeforeEach
  void set() {
    use(new RelayBench(folder.resolve("first")));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void a_late_execution_is_stopped_recorded_closed_and_its_money_booked() {
    Relay relay = bench.boot();
    expire(relay);
    show(Some.magic(), Level.absent(), Some.ORDER.value());
    bench.terminal.refuseCloses("TRADE_RETCODE_MARKET_CLOSED");
    round(relay);
    assertThat(orphan().state()).isInstanceOf(OrphanState.Closing.class);
    assertThat(orphan().fill().stopLoss())
        .as("told with the stop that was put there")
        .isEqualTo(Level.at(Some.terms().stopLoss()));
    assertThat(book().reservations()).hasSize(1);

    bench.terminal.acceptCloses();
    round(relay);
    round(relay);
    assertEnded(new OrphanSource.OfOrder(Some.ORDER, bench.order().number(), "EXPIRED"));
  }

  @Test
  void it_is_reported_before_it_is_closed() {
    Relay relay = bench.boot(Crashes.at("before Route.close"));
    expire(relay);
    show(Some.magic(), Level.at(Some.terms().stopLoss()), Some.ORDER.value());
    assertThatThrownBy(() -> relay.reconcile(Some.ACCOUNT)).isInstanceOf(Crashes.Crash.class);
    assertThat(bench.world.reports().sent()).hasAtLeastOneElementOfType(Report.OrphanSeen.class);
  }

  @Test
  void a_crash_at_any_moment_leaves_one_record_one_result_and_nothing_open() {
    for (int point = 1; ; point++) {
      use(new RelayBench(folder.resolve("crash-" + point)));
      Relay first = bench.boot();
      expire(first);
      show(Some.magic(), Level.absent(), Some.ORDER.value());
      Crashes crashes = Crashes.at(point);
      try {
        Relay dying = bench.boot(crashes);
        dying.recover();
        rounds(dying, 4);
      } catch (Crashes.Crash crash) {
        Relay next = bench.boot();
        next.recover();
        rounds(next, 6);
      }
      assertEnded(new OrphanSource.OfOrder(Some.ORDER, bench.order().number(), "EXPIRED"));
      bench.close();
      if (crashes.survived()) {
        assertThat(point).isGreaterThan(40);
        return;
      }
    }
  }

  @Test
  void a_cloud_that_cannot_be_told_does_not_hold_up_the_close_and_is_told_later() {
    CutReports reports = new CutReports(bench.world.reports());
    Relay relay = bench.bootWithReports(reports);
    expire(relay);
    show(Some.magic(), Level.absent(), Some.ORDER.value());
    reports.cut(true);
    relay.reconcile(Some.ACCOUNT);
    assertThat(bench.terminal.positions()).isEmpty();
    assertThat(bench.world.orphans().of(Some.ACCOUNT, 10)).isEmpty();

    reports.cut(false);
    relay.tell();
    rounds(relay, 2);
    assertEnded(new OrphanSource.OfOrder(Some.ORDER, bench.order().number(), "EXPIRED"));
  }

  @Test
  void a_route_without_history_ends_it_without_a_number() {
    Relay relay = bench.boot();
    expire(relay);
    bench.terminal.tellsNoHistory();
    show(Some.magic(), Level.absent(), Some.ORDER.value());
    rounds(relay, 5);
    assertThat(orphan().state())
        .isInstanceOfSatisfying(
            OrphanState.Closed.class,
            closed ->
                assertThat(closed.exit())
                    .isInstanceOfSatisfying(
                        Exit.Unbooked.class,
                        exit -> assertThat(exit.price()).isEqualTo(Level.at(Price.of("1.10050")))));
    assertThat(book().reservations()).isEmpty();
    assertThat(book().day().realised()).isEqualTo(Some.usd("0.00"));
  }

  @Test
  void a_stranger_gets_a_stop_is_counted_and_left_to_a_person_and_closing_all_ends_it() {
    Relay relay = bench.boot();
    show(Magic.ours(4_711), Level.absent(), "");
    relay.reconcile(Some.ACCOUNT);
    assertThat(position().stopLoss())
        .as("at once, a hundredth below")
        .isEqualTo(Level.at(Price.of("1.08892")));
    assertThat(position().takeProfit()).isInstanceOf(Level.Absent.class);
    rounds(relay, 3);
    assertThat(orphan().state()).isInstanceOf(OrphanState.Left.class);
    assertThat(book().reservations()).as("and the order's own").hasSize(1);

    relay.step(
        new RelayCommand.CloseAll(RelayBench.header(bench.time.instant()), ExitReason.PANIC));
    rounds(relay, 2);
    assertThat(bench.terminal.positions()).isEmpty();
    assertThat(orphan().state())
        .isInstanceOfSatisfying(
            OrphanState.Closed.class,
            closed -> assertThat(closed.exit().reason()).isEqualTo(ExitReason.PANIC));
    assertThat(book().reservations()).isEmpty();
  }

  @Test
  void a_stranger_whose_order_turns_up_is_that_orders_and_stays_open() {
    bench.terminal.mood(Mood.FILLS_AND_LOSES_THE_ANSWER);
    Relay relay = bench.boot();
    relay.step(RelayBench.open());
    Ticket own = position().ticket();
    cloud.book(
        new Report.OrphanSeen(
            Some.ACCOUNT,
            own,
            new OrphanFact.Found(
                new OrphanSource.OfNobody(Some.magic()),
                Some.EURUSD,
                Direction.BUY,
                Evidence.fill(position())),
            bench.time.instant()));
    relay.look(Some.ACCOUNT);
    rounds(relay, 2);
    assertThat(bench.terminal.positions()).hasSize(1);
    assertThat(bench.world.orphans().of(Some.ACCOUNT, 10)).as("an order stands for it").isEmpty();
  }

  private void assertEnded(OrphanSource source) {
    assertThat(bench.terminal.positions()).isEmpty();
    assertThat(bench.world.orphans().of(Some.ACCOUNT, 10)).hasSize(1);
    assertThat(orphan().source()).isEqualTo(source);
    assertThat(orphan().state())
        .isInstanceOfSatisfying(
            OrphanState.Closed.class,
            closed -> {
              assertThat(closed.exit()).isInstanceOf(Exit.Booked.class);
              assertThat(closed.exit().reason()).isEqualTo(ExitReason.LATE);
            });
    assertThat(book().reservations()).isEmpty();
    assertThat(book().day().realised()).isEqualTo(Some.usd("5.00"));
  }

  private void use(RelayBench fresh) {
    bench = fresh;
    bench.world.accounts().claim(Some.account());
    cloud = new FillDesk(bench.world.world(), SomeRules.rulebook());
  }

  private void expire(Relay relay) {
    bench.time.advance(Duration.ofSeconds(9));
    relay.step(RelayBench.open());
    assertThat(bench.state()).isEqualTo("EXPIRED");
  }

  private void show(Magic magic, Level stop, String comment) {
    bench.terminal.show(SomePositions.of(TICKET, magic, stop, bench.time.instant()), comment);
  }

  private void rounds(Relay relay, int count) {
    for (int i = 0; i < count; i++) {
      round(relay);
    }
  }

  /** Ten seconds of a relay, and the cloud books every report twice. */
  private void round(Relay relay) {
    bench.time.advance(Duration.ofSeconds(10));
    relay.renewLease();
    relay.look(Some.ACCOUNT);
    relay.tellLooks();
    relay.tend(Some.ACCOUNT);
    relay.reconcile(Some.ACCOUNT);
    relay.tell();
    for (Report report : bench.world.reports().take()) {
      cloud.book(report);
      cloud.book(report);
    }
  }

  private Position position() {
    return bench.terminal.positions().getFirst();
  }

  private Orphan orphan() {
    return bench.world.orphans().find(Some.ACCOUNT, TICKET).map(Versioned::value).orElseThrow();
  }

  private RiskBook book() {
    return bench.world.riskBooks().find(Some.USER).orElseThrow().value();
  }
}
