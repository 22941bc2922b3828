package io.bitten.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.SomeRules;
import io.bitten.core.Versioned;
import io.bitten.core.account.Magic;
import io.bitten.core.account.Ticket;
import io.bitten.core.fill.FillDesk;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.market.Level;
import io.bitten.core.market.Price;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.OrphanState;
import io.bitten.core.order.RelayCommand;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Positions that a comparison finds: how they end, whose they are, and what a restart forgets. */
class FoundTest extends Benched {
  private static final Ticket TICKET = new Ticket(77);
  private static final Magic NONE = new Magic(0);
  private static final HaltScope ACCOUNT = new HaltScope.OneAccount(Some.ACCOUNT);
  private static final Level STOP = Level.at(Price.of("1.09800"));

  private FillDesk cloud;

  @BeforeEach
  void begin() {
    bench.world.accounts().claim(Some.account());
    cloud = new FillDesk(bench.world.world(), SomeRules.rulebook());
  }

  /** As a farm shows it whose clock is three hours ahead and not known yet. */
  @Test
  void one_that_was_found_with_a_time_to_come_ends_with_its_exit() {
    Relay relay = bench.boot();
    show(Magic.ours(4_711), "", bench.time.instant().plus(Duration.ofHours(3)));
    rounds(relay, 2);
    assertThat(state()).isInstanceOf(OrphanState.Left.class);

    bench.terminal.tell(bench.terminal.positions().getFirst(), "-20.00");
    bench.terminal.hide(TICKET);
    rounds(relay, 3);

    assertThat(state()).isInstanceOf(OrphanState.Closed.class);
  }

  @Test
  void a_late_execution_whose_magic_was_lost_is_closed_by_its_comment() {
    Relay relay = bench.boot();
    expire(relay);
    show(NONE, "BITTEN " + Some.ORDER, bench.time.instant());
    rounds(relay, 3);
    assertThat(bench.terminal.positions()).isEmpty();
    assertThat(state()).isInstanceOf(OrphanState.Closed.class);
    assertThat(bench.world.halts().read(ACCOUNT)).isInstanceOf(Halt.Never.class);
  }

  @Test
  void close_all_ends_a_late_execution_whose_magic_was_lost() {
    Relay relay = bench.boot();
    expire(relay);
    show(NONE, Some.ORDER.value(), bench.time.instant());
    relay.step(
        new RelayCommand.CloseAll(RelayBench.header(bench.time.instant()), ExitReason.PANIC));
    relay.close(Some.ACCOUNT);
    assertThat(bench.terminal.positions()).isEmpty();
  }

  @Test
  void close_all_leaves_what_a_later_order_became_under_a_lost_magic() {
    Relay relay = bench.boot();
    relay.step(RelayBench.open());
    var own = bench.terminal.positions().getFirst();
    bench.terminal.hide(own.ticket());
    show(NONE, Some.ORDER.value(), bench.time.instant());
    relay.step(
        new RelayCommand.CloseAll(RelayBench.header(Some.NOW.minusSeconds(1)), ExitReason.PANIC));
    relay.close(Some.ACCOUNT);
    assertThat(bench.terminal.positions()).hasSize(1);
  }

  @Test
  void a_comment_that_names_no_order_of_the_account_is_foreign() {
    Relay relay = bench.boot();
    for (String comment : new String[] {"AAAAAAAAAAAAAAAA", "by hand", ""}) {
      show(NONE, comment, bench.time.instant());
      rounds(relay, 2);
      assertThat(relay.reconcile(Some.ACCOUNT))
          .extracting(one -> one.text().kind())
          .containsExactly("foreign");
      assertThat(bench.terminal.positions()).hasSize(1);
    }
  }

  @Test
  void the_machines_limit_counts_what_is_ours_by_its_comment() {
    Line line = new Line(Some.ACCOUNT, bench.terminal, RelayCaps.none(), bench.ticker);
    show(NONE, Some.ORDER.value(), bench.time.instant());
    bench.terminal.show(SomePositions.foreign(new Ticket(78), bench.time.instant()), "");
    line.look();
    assertThat(line.open()).isEqualTo(1);
  }

  @Test
  void a_stranger_that_a_person_has_looked_at_halts_no_relay_that_is_started_again() {
    Relay first = bench.boot();
    show(Magic.ours(4_711), "", bench.time.instant());
    rounds(first, 3);
    assertThat(bench.world.halts().read(ACCOUNT)).isInstanceOf(Halt.Active.class);
    Halt lifted = new Halt.Lifted(ACCOUNT, 2, "tg-7001", "over", bench.time.instant());
    bench.world.halts().write(lifted);

    rounds(bench.boot(), 3);

    assertThat(bench.world.halts().read(ACCOUNT)).isEqualTo(lifted);
  }

  @Test
  void one_that_was_found_after_the_lifting_halts_again() {
    Halt lifted = new Halt.Lifted(ACCOUNT, 2, "tg-7001", "over", bench.time.instant());
    bench.world.halts().write(new Halt.Active(ACCOUNT, 1, "tg-1", "a drill", Some.NOW));
    bench.world.halts().write(lifted);
    show(Magic.ours(4_711), "", bench.time.instant());

    rounds(bench.boot(), 3);

    assertThat(bench.world.halts().read(ACCOUNT)).isInstanceOf(Halt.Active.class);
  }

  private void expire(Relay relay) {
    bench.time.advance(Duration.ofSeconds(9));
    relay.step(RelayBench.open());
    assertThat(bench.state()).isEqualTo("EXPIRED");
  }

  private void show(Magic magic, String comment, Instant openedAt) {
    bench.terminal.show(SomePositions.of(TICKET, magic, STOP, openedAt), comment);
  }

  private OrphanState state() {
    return bench
        .world
        .orphans()
        .find(Some.ACCOUNT, TICKET)
        .map(Versioned::value)
        .orElseThrow()
        .state();
  }

  private void rounds(Relay relay, int count) {
    for (int i = 0; i < count; i++) {
      bench.time.advance(Duration.ofSeconds(10));
      relay.renewLease();
      relay.look(Some.ACCOUNT);
      relay.tellLooks();
      relay.tend(Some.ACCOUNT);
      relay.reconcile(Some.ACCOUNT);
      relay.tell();
      bench.world.reports().take().forEach(cloud::book);
    }
  }
}
