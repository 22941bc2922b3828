package io.bitten.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.Versioned;
import io.bitten.core.account.UserId;
import io.bitten.core.market.Lots;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderId;
import io.bitten.core.order.RelayCommand;
import io.bitten.core.risk.RiskBook;
import java.time.LocalTime;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The machine's own limit of one open position, while another order may have become one. */
class DoubtLimitTest extends Benched {
  private static final RelayCaps ONE =
      new RelayCaps(Lots.of("1"), 1, Set.of(), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

  private final OrderId second = OrderId.derivedFrom("second");
  private Relay relay;

  @BeforeEach
  void begin() {
    bench.world.orders().place(other(), Versioned.fresh(book()));
    relay = bench.boot(Crashes.never(), ONE);
    relay.look(Some.ACCOUNT);
  }

  @Test
  void one_in_doubt_counts_at_once() {
    bench.terminal.mood(Mood.LOSES_THE_REQUEST);
    relay.step(RelayBench.open());
    assertThat(bench.state()).isEqualTo("UNKNOWN");

    relay.step(open(second));

    assertRefused();
  }

  @Test
  void one_that_is_being_sent_counts() {
    bench.terminal.beforeSending =
        () -> {
          bench.terminal.beforeSending = () -> {};
          relay.step(open(second));
        };
    relay.step(RelayBench.open());

    assertRefused();
    assertThat(bench.state()).isEqualTo("PROTECTED");
  }

  @Test
  void a_fill_that_no_look_has_shown_counts() {
    bench.terminal.mood(Mood.FILLS_AND_GOES_AWAY);
    relay.step(RelayBench.open());
    assertThat(bench.state()).isEqualTo("FILLED");
    bench.terminal.connected(true);
    var position = bench.terminal.positions().getFirst();
    bench.terminal.hide(position.ticket());
    relay.look(Some.ACCOUNT);
    bench.terminal.show(position, "");

    relay.step(open(second));

    assertRefused();
  }

  @Test
  void one_in_doubt_whose_position_is_shown_counts_once() {
    try (RelayBench two = new RelayBench(folder.resolve("two"))) {
      two.world.orders().place(other(), Versioned.fresh(book()));
      RelayCaps caps =
          new RelayCaps(Lots.of("1"), 2, Set.of(), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
      Relay own = two.boot(Crashes.never(), caps);
      own.look(Some.ACCOUNT);
      two.terminal.mood(Mood.FILLS_AND_LOSES_THE_ANSWER);
      own.step(RelayBench.open());
      own.look(Some.ACCOUNT);
      two.terminal.mood(Mood.FILLS);

      own.step(open(second));

      assertThat(two.terminal.sent()).hasSize(2);
    }
  }

  private void assertRefused() {
    assertThat(bench.world.orders().find(second).orElseThrow().value().state().label())
        .isEqualTo("REJECTED");
    assertThat(bench.terminal.sent()).hasSize(1);
  }

  private static RelayCommand.Open open(OrderId id) {
    return new RelayCommand.Open(
        RelayBench.header(), id, io.bitten.core.account.Magic.ours(2), Some.terms());
  }

  private Order other() {
    Order some = Some.order();
    return new Order(
        second,
        some.number(),
        io.bitten.core.account.Magic.ours(2),
        new UserId("tg-2"),
        some.account(),
        some.origin(),
        some.terms(),
        some.state(),
        some.haltEpochs(),
        some.createdAt(),
        some.deadline(),
        some.correlation());
  }

  private static RiskBook book() {
    RiskBook some = Some.riskBook();
    return new RiskBook(
        new UserId("tg-2"),
        some.reservations(),
        some.day(),
        some.tilt(),
        some.peak(),
        some.recent(),
        some.settled());
  }
}
