package io.bitten.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.account.Magic;
import io.bitten.core.account.Position;
import io.bitten.core.account.Ticket;
import io.bitten.core.fill.Report;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.market.Level;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Price;
import io.bitten.core.order.Exit;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.OrderState;
import io.bitten.core.relay.Look;
import io.bitten.relay.FindingText.Grade;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReconcileTest extends Benched {
  private static final Ticket OTHER = new Ticket(77);

  private Relay relay;

  @BeforeEach
  void begin() {
    relay = bench.boot();
  }

  @Test
  void what_agrees_is_matched_and_what_is_foreign_is_named_and_left_alone() {
    relay.step(RelayBench.open());
    bench.terminal.show(SomePositions.foreign(OTHER, bench.time.instant()), "");
    assertThat(kinds(relay)).containsExactlyInAnyOrder("matched", "foreign");
    bench.seconds(relay, 20);
    assertThat(kinds(relay)).containsExactlyInAnyOrder("matched", "foreign");
    assertThat(bench.terminal.positions()).hasSize(2);
  }

  @Test
  void an_order_in_doubt_that_has_a_position_is_adopted() {
    bench.terminal.mood(Mood.FILLS_AND_LOSES_THE_ANSWER);
    relay.step(RelayBench.open());
    assertThat(kinds(relay)).containsExactly("adopted");
    relay.resolve(Some.ACCOUNT);
    assertThat(kinds(relay)).containsExactly("matched");
  }

  @Test
  void a_late_execution_of_an_ended_order_gets_its_stop_and_is_closed() {
    bench.time.advance(Duration.ofSeconds(9));
    relay.step(RelayBench.open());
    assertThat(bench.state()).isEqualTo("EXPIRED");
    bench.terminal.show(position(OTHER, Some.magic(), Level.absent()), Some.ORDER.value());
    bench.terminal.refuseCloses("TRADE_RETCODE_MARKET_CLOSED");
    List<Reconciled> found = relay.reconcile(Some.ACCOUNT);
    assertThat(found)
        .singleElement()
        .extracting(Reconciled::finding)
        .isInstanceOf(Finding.Late.class);
    assertThat(found.getFirst().text().grade()).isEqualTo(Grade.ALARM);
    assertThat(bench.terminal.positions().getFirst().stopLoss())
        .isEqualTo(Level.at(Some.terms().stopLoss()));
    bench.terminal.acceptCloses();
    relay.reconcile(Some.ACCOUNT);
    assertThat(bench.terminal.positions()).isEmpty();
    assertThat(kinds(relay)).isEmpty();
  }

  /** The index of open orders may lag behind the orders themselves. */
  @Test
  void a_position_whose_order_lives_and_is_not_listed_yet_is_not_late() {
    relay.step(RelayBench.open());
    Look.Complete look = (Look.Complete) bench.terminal.look();

    List<Finding> found =
        Diff.of(List.of(), look, List.of(), position -> Optional.of(bench.order()));

    assertThat(found)
        .containsExactly(
            new Finding.Matched(bench.order(), look.snapshot().positions().getFirst()));
  }

  @Test
  void a_magic_of_ours_without_an_order_halts_the_account_once() {
    bench.terminal.show(position(OTHER, Magic.ours(4_711), Level.absent()), "");
    assertThat(kinds(relay)).containsExactly("stranger");
    HaltScope account = new HaltScope.OneAccount(Some.ACCOUNT);
    assertThat(bench.world.halts().read(account)).as("not at once").isInstanceOf(Halt.Never.class);
    bench.time.advance(Reconciler.QUIET);
    relay.reconcile(Some.ACCOUNT);
    assertThat(bench.world.halts().read(account)).isInstanceOf(Halt.Active.class);
    bench.freshDeadline();
    relay.step(RelayBench.open());
    assertThat(bench.state()).isEqualTo("KILLED");
    assertThat(bench.terminal.positions()).as("a person decides").hasSize(1);
    relay.tell();
    assertThat(bench.world.reports().sent()).hasAtLeastOneElementOfType(Report.HaltSeen.class);

    bench.world.halts().write(new Halt.Lifted(account, 2, "tg-7001", "over", Some.NOW));
    relay.reconcile(Some.ACCOUNT);
    assertThat(bench.world.halts().read(account))
        .isEqualTo(new Halt.Lifted(account, 2, "tg-7001", "over", Some.NOW));
  }

  @Test
  void a_position_that_nobody_shows_is_kept_and_becomes_an_alarm_after_five_minutes() {
    relay.step(RelayBench.open());
    bench.terminal.hide(bench.terminal.positions().getFirst().ticket());
    bench.seconds(relay, 3);
    assertThat(relay.reconcile(Some.ACCOUNT).getFirst().text().grade()).isEqualTo(Grade.NOTE);
    bench.time.advance(Reconciler.GHOST_AFTER);
    Reconciled ghost = relay.reconcile(Some.ACCOUNT).getFirst();
    assertThat(ghost.finding()).isInstanceOf(Finding.Ghost.class);
    assertThat(ghost.text().grade()).isEqualTo(Grade.ALARM);
    assertThat(bench.state()).isEqualTo("PROTECTED");
  }

  @Test
  void a_part_closed_by_hand_is_recorded() {
    relay.step(RelayBench.open());
    Position was = bench.terminal.positions().getFirst();
    bench.terminal.show(SomePositions.with(was, Lots.of("0.04"), was.stopLoss()), "");
    assertThat(kinds(relay)).containsExactly("lots");
    assertThat(((OrderState.Protected) bench.order().state()).fill().lots())
        .isEqualTo(Lots.of("0.04"));
    assertThat(kinds(relay)).containsExactly("matched");
  }

  @Test
  void a_stop_taken_away_by_hand_is_put_back() {
    for (Level moved : List.of(Level.absent(), Level.at(Price.of("1.09000")))) {
      try (RelayBench each = new RelayBench(folder.resolve(moved.getClass().getSimpleName()))) {
        Relay own = each.boot();
        own.step(RelayBench.open());
        Position was = each.terminal.positions().getFirst();
        each.terminal.show(SomePositions.with(was, was.lots(), moved), "");
        assertThat(kinds(own)).containsExactly("stop lost");
        each.second(own);
        own.tell();
        assertThat(each.state()).isEqualTo("PROTECTED");
        assertThat(each.allTold()).contains("UNPROTECTED");
        assertThat(each.terminal.positions().getFirst().stopLoss())
            .isEqualTo(Level.at(Some.terms().stopLoss()));
      }
    }
  }

  @Test
  void a_stop_drawn_nearer_by_hand_is_kept() {
    relay.step(RelayBench.open());
    Position was = bench.terminal.positions().getFirst();
    Level nearer = Level.at(Price.of("1.09950"));
    bench.terminal.show(SomePositions.with(was, was.lots(), nearer), "");
    assertThat(kinds(relay)).containsExactly("stop nearer");
    bench.seconds(relay, 3);
    assertThat(kinds(relay)).containsExactly("matched");
    assertThat(bench.terminal.positions().getFirst().stopLoss()).isEqualTo(nearer);
    assertThat(((OrderState.Protected) bench.order().state()).fill().stopLoss()).isEqualTo(nearer);
  }

  @Test
  void more_than_was_approved_is_counted_and_an_alarm() {
    relay.step(RelayBench.open());
    Position was = bench.terminal.positions().getFirst();
    bench.terminal.show(SomePositions.with(was, Lots.of("0.20"), was.stopLoss()), "");
    assertThat(kinds(relay)).contains("too large", "lots");
    assertThat(relay.reconcile(Some.ACCOUNT).getFirst().text().grade()).isEqualTo(Grade.ALARM);
    assertThat(((OrderState.Protected) bench.order().state()).fill().lots())
        .isEqualTo(Lots.of("0.20"));
  }

  @Test
  void an_entry_that_the_broker_takes_back_ends_the_order_with_nothing_won_or_lost() {
    relay.step(RelayBench.open());
    bench.terminal.annul(bench.terminal.positions().getFirst().ticket());
    assertThat(kinds(relay)).contains("annulled");
    bench.seconds(relay, 2);
    assertThat(bench.order().state())
        .isInstanceOfSatisfying(
            OrderState.Closed.class,
            closed ->
                assertThat(closed.exit())
                    .isEqualTo(
                        new Exit.Booked(
                            Price.of("1.10001"), Some.usd("0.00"), ExitReason.ANNULLED, Some.NOW)));
  }

  @Test
  void a_person_can_see_the_same_without_changing_anything() {
    relay.step(RelayBench.open());
    bench.terminal.show(SomePositions.foreign(OTHER, bench.time.instant()), "");
    RelayLine line = new RelayLine(Some.ACCOUNT, bench.terminal, RelayCaps.none());
    Comparison.Result shown = Comparison.of(line, bench.world.orders(), bench.time.instant());
    assertThat(shown)
        .isInstanceOfSatisfying(
            Comparison.Result.Compared.class,
            compared ->
                assertThat(compared.findings())
                    .extracting(FindingText::kind)
                    .containsExactlyInAnyOrder("matched", "foreign"));
    bench.terminal.connected(false);
    assertThat(Comparison.of(line, bench.world.orders(), bench.time.instant()))
        .isInstanceOf(Comparison.Result.NotReadable.class);
  }

  @Test
  void a_look_that_failed_finds_nothing() {
    relay.step(RelayBench.open());
    bench.terminal.connected(false);
    assertThat(relay.reconcile(Some.ACCOUNT)).isEmpty();
  }

  private static List<String> kinds(Relay relay) {
    return relay.reconcile(Some.ACCOUNT).stream().map(one -> one.text().kind()).toList();
  }

  private Position position(Ticket ticket, Magic magic, Level stop) {
    return SomePositions.of(ticket, magic, stop, bench.time.instant());
  }
}
