package io.bitten.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.account.Position;
import io.bitten.core.fill.Report;
import io.bitten.core.market.Level;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Price;
import io.bitten.core.order.CloseWish;
import io.bitten.core.order.RelayCommand;
import io.bitten.core.relay.PositionClose;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A definite no to a close, once or for long. */
class RefusedCloseTest extends Benched {
  private static final Lots LEFT = Lots.of("0.04");

  private final List<PositionClose> tries = new ArrayList<>();
  private Relay relay;

  @BeforeEach
  void begin() {
    relay = bench.boot();
    relay.step(RelayBench.open());
    bench.terminal.beforeClosing = tries::add;
  }

  @Test
  void one_no_does_not_end_a_close() {
    for (String code : List.of("10006", "10007", "10018", "10027", "EXPIRED", "STALE_EPOCH")) {
      try (RelayBench own = new RelayBench(folder.resolve(code))) {
        Relay each = own.boot();
        each.step(RelayBench.open());
        own.terminal.refuseCloses(code);
        close(each, own);
        assertThat(own.state()).as(code).isEqualTo("CLOSING");

        own.terminal.acceptCloses();
        own.seconds(each, 10);
        assertThat(own.state()).as(code).isEqualTo("CLOSED");
      }
    }
  }

  @Test
  void noes_that_last_for_ten_minutes_end_it() {
    bench.terminal.refuseCloses("TRADE_RETCODE_MARKET_CLOSED");
    close(relay, bench);

    bench.seconds(relay, 599);
    assertThat(bench.state()).isEqualTo("CLOSING");
    bench.seconds(relay, 10);

    assertThat(bench.state()).isEqualTo("PROTECTED");
    relay.tell();
    assertThat(bench.told()).isEqualTo("PROTECTED");
    tries.clear();
    bench.seconds(relay, 20);
    assertThat(tries).isEmpty();
  }

  @Test
  void who_asked_for_a_close_that_came_to_nothing_is_told_once() {
    bench.terminal.refuseCloses("TRADE_RETCODE_MARKET_CLOSED");
    Instant asked = bench.time.instant();
    close(relay, bench);
    bench.seconds(relay, 599);
    relay.tell();
    assertThat(lapsed()).isEmpty();
    bench.seconds(relay, 30);
    relay.tell();

    assertThat(lapsed())
        .singleElement()
        .satisfies(
            told -> {
              assertThat(told.target()).isEqualTo(new CloseWish.Target.Of(Some.ORDER));
              assertThat(told.askedAt()).isEqualTo(asked);
            });

    close(relay, bench);
    bench.seconds(relay, 610);
    relay.tell();
    assertThat(lapsed().stream().map(Report.CloseLapsed::command).distinct()).hasSize(2);
  }

  @Test
  void what_nobody_asked_for_is_told_to_nobody() {
    bench.terminal.mood(Mood.DROPS_THE_STOP_FOR_GOOD);
    bench.terminal.refuseCloses("BRIDGE_CANNOT_CLOSE");
    Position was = bench.terminal.positions().getFirst();
    bench.terminal.show(SomePositions.with(was, was.lots(), Level.at(Price.of("1.05000"))), "");
    bench.seconds(relay, 60);
    bench.terminal.show(was, "");
    bench.seconds(relay, 10);
    relay.tell();

    assertThat(bench.state()).isEqualTo("PROTECTED");
    assertThat(lapsed()).isEmpty();
  }

  private List<Report.CloseLapsed> lapsed() {
    return bench.world.reports().sent().stream()
        .filter(Report.CloseLapsed.class::isInstance)
        .map(Report.CloseLapsed.class::cast)
        .toList();
  }

  @Test
  void a_route_that_closes_nothing_ends_it_at_once() {
    bench.terminal.refuseCloses("BRIDGE_CANNOT_CLOSE");
    close(relay, bench);

    assertThat(bench.state()).isEqualTo("PROTECTED");
  }

  @Test
  void a_close_asked_for_anew_begins_anew() {
    bench.terminal.refuseCloses("TRADE_RETCODE_MARKET_CLOSED");
    close(relay, bench);
    bench.seconds(relay, 610);
    assertThat(bench.state()).isEqualTo("PROTECTED");

    close(relay, bench);

    assertThat(bench.state()).isEqualTo("CLOSING");
  }

  @Test
  void a_long_silence_between_two_noes_is_none() {
    bench.terminal.refuseCloses("TRADE_RETCODE_REJECT");
    close(relay, bench);
    bench.terminal.connected(false);
    bench.time.advance(Duration.ofMinutes(20));
    bench.terminal.connected(true);

    bench.second(relay);

    assertThat(bench.state()).isEqualTo("CLOSING");
  }

  @Test
  void a_broker_who_says_no_is_asked_every_ten_seconds() {
    bench.terminal.refuseCloses("TRADE_RETCODE_REJECT");
    close(relay, bench);
    bench.seconds(relay, 59);

    assertThat(tries).hasSize(6);
  }

  @Test
  void without_its_stop_a_position_is_tried_each_second_and_for_good() {
    bench.terminal.refuseCloses("TRADE_RETCODE_REJECT");
    Position was = bench.terminal.positions().getFirst();
    close(relay, bench);
    bench.terminal.show(SomePositions.with(was, was.lots(), Level.absent()), "");
    bench.seconds(relay, 700);

    assertThat(bench.state()).isEqualTo("CLOSING");
    assertThat(tries).hasSizeGreaterThan(680);
  }

  @Test
  void with_its_stop_farther_off_than_agreed_it_is_tried_each_second_too() {
    bench.terminal.refuseCloses("TRADE_RETCODE_REJECT");
    Position was = bench.terminal.positions().getFirst();
    close(relay, bench);
    Level farther = Level.at(Price.of("1.05000"));
    bench.terminal.show(SomePositions.with(was, was.lots(), farther), "");
    bench.seconds(relay, 30);

    assertThat(bench.state()).isEqualTo("CLOSING");
    assertThat(tries).hasSizeGreaterThan(20);
  }

  @Test
  void what_is_left_of_a_position_is_what_is_closed() {
    leave(LEFT);
    relay.look(Some.ACCOUNT);
    close(relay, bench);

    assertThat(tries).singleElement().extracting(PositionClose::lots).isEqualTo(LEFT);
    assertThat(bench.state()).isEqualTo("CLOSED");
  }

  @Test
  void a_part_that_was_closed_since_the_look_is_no_reason_to_give_up_or_to_wait() {
    relay.look(Some.ACCOUNT);
    leave(LEFT);
    bench.terminal.refuseCloses("TRADE_RETCODE_INVALID_CLOSE_VOLUME");
    close(relay, bench);
    assertThat(bench.state()).isEqualTo("CLOSING");
    bench.terminal.acceptCloses();

    bench.second(relay);

    assertThat(tries).extracting(PositionClose::lots).containsExactly(Lots.of("0.10"), LEFT);
    assertThat(bench.state()).isEqualTo("CLOSED");
  }

  @Test
  void a_stop_that_was_moved_off_where_nothing_can_be_changed_is_told_once() {
    bench.terminal.mood(Mood.DROPS_THE_STOP_FOR_GOOD);
    bench.terminal.refuseCloses("BRIDGE_CANNOT_CLOSE");
    Position was = bench.terminal.positions().getFirst();
    Level farther = Level.at(Price.of("1.05000"));
    bench.terminal.show(SomePositions.with(was, was.lots(), farther), "");
    bench.seconds(relay, 60);

    assertThat(bench.allTold())
        .containsExactly("SUBMITTING", "FILLED", "PROTECTED", "UNPROTECTED", "CLOSING");
    bench.terminal.show(was, "");
    bench.seconds(relay, 10);
    assertThat(bench.state()).as("the agreed stop is back").isEqualTo("PROTECTED");
  }

  private void leave(Lots lots) {
    Position was = bench.terminal.positions().getFirst();
    Lots gone = new Lots(was.lots().value().subtract(lots.value()));
    bench.terminal.tell(SomePositions.with(was, gone, was.stopLoss()), "-3.00");
    bench.terminal.show(SomePositions.with(was, lots, was.stopLoss()), "");
  }

  private static void close(Relay relay, RelayBench bench) {
    RelayCommand.Close command = bench.closeCommand();
    relay.step(
        new RelayCommand.Close(
            RelayBench.header(bench.time.instant()),
            command.order(),
            command.ticket(),
            command.reason()));
    relay.close(Some.ACCOUNT);
  }
}
