package io.bitten.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.core.Some;
import io.bitten.core.Versioned;
import io.bitten.core.Written;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderFact;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.Orders;
import io.bitten.relay.journal.Journal;
import io.bitten.relay.journal.JournalFact;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the cloud is told of moves that lost, that are in doubt, or that nobody answered. */
class OrderMovesTest extends Benched {
  private boolean silent;
  private boolean late;
  private Optional<Object[]> held = Optional.empty();

  @Test
  void a_move_that_lost_the_race_leaves_nothing_to_tell() {
    Relay relay = opened();
    bench.world.orders().save(stored().with(closing()));
    relay.watch(Some.ACCOUNT);
    assertThat(bench.state()).isEqualTo("CLOSING");
    assertThat(bench.journal().untold()).isEmpty();
  }

  /** The scene of a position that ended while a close of it was stored. */
  private Relay opened() {
    Relay relay = bench.boot();
    relay.step(RelayBench.open());
    relay.watch(Some.ACCOUNT);
    relay.tell();
    bench.terminal.end(bench.terminal.positions().getFirst().ticket(), ExitReason.STOP_LOSS);
    relay.look(Some.ACCOUNT);
    return relay;
  }

  @Test
  void a_note_of_an_end_that_never_was_is_not_told_by_the_next_process() {
    Relay relay = bench.boot();
    relay.step(RelayBench.open());
    relay.tell();
    long next = stored().version() + 1;
    bench.journal().append(new JournalFact.Moving(Some.ORDER, next, "CLOSED"));
    bench.world.orders().save(stored().with(closing()));
    bench.world.orders().save(stored().with(stored().value()));

    Relay again = bench.boot();
    again.recover();
    again.tell();

    assertThat(bench.allTold()).doesNotContain("CLOSED");
  }

  @Test
  void a_move_that_this_process_stored_stays_to_be_told_though_another_try_of_it_lost() {
    RelayPorts ports = ports(bench.world.orders());
    Outbox outbox = new Outbox(ports.reports(), ports.journal());
    OrderMoves moves = new OrderMoves(ports, outbox, new OpenOrders(ports.orders(), bench.ticker));
    Versioned<Order> before = stored();
    OrderFact expired = new OrderFact.DeadlinePassedUnclaimed(before.value().deadline());
    OrderFact halted = new OrderFact.Halted(new HaltScope.Everything(), 1, bench.time.instant());
    assertThat(moves.apply(before, halted)).isPresent();
    assertThat(moves.apply(before, expired)).isEmpty();

    assertThat(ports.journal().untold())
        .containsExactly(new JournalFact.Moving(Some.ORDER, before.version() + 1, "KILLED"));
  }

  @Test
  void a_save_that_arrives_after_the_first_reading_is_told_all_the_same() {
    RelayPorts ports = ports(stubborn(bench.world.orders()));
    Outbox outbox = new Outbox(ports.reports(), ports.journal());
    OrderMoves moves = new OrderMoves(ports, outbox, new OpenOrders(ports.orders(), bench.ticker));
    late = true;
    OrderFact halted = new OrderFact.Halted(new HaltScope.Everything(), 1, bench.time.instant());
    assertThatThrownBy(() -> moves.apply(stored(), halted))
        .isInstanceOf(IllegalStateException.class);
    late = false;
    moves.tellDoubtful();
    outbox.send();
    assertThat(bench.told()).isEqualTo("nothing");

    arrive();
    bench.time.advance(Duration.ofSeconds(5));
    moves.tellDoubtful();
    outbox.send();
    assertThat(bench.told()).isEqualTo("KILLED");
  }

  @Test
  void a_save_that_never_arrives_is_not_asked_about_for_ever() {
    RelayPorts ports = ports(stubborn(bench.world.orders()));
    OrderMoves moves =
        new OrderMoves(
            ports,
            new Outbox(ports.reports(), ports.journal()),
            new OpenOrders(ports.orders(), bench.ticker));
    late = true;
    OrderFact halted = new OrderFact.Halted(new HaltScope.Everything(), 1, bench.time.instant());
    assertThatThrownBy(() -> moves.apply(stored(), halted))
        .isInstanceOf(IllegalStateException.class);
    late = false;
    bench.time.advance(Duration.ofMinutes(10));
    moves.tellDoubtful();
    silent = true;
    moves.tellDoubtful();
  }

  @Test
  void what_can_be_told_is_told_while_the_table_is_silent() {
    bench.orders = stubborn(bench.world.orders());
    Relay relay = bench.boot();
    relay.step(RelayBench.open());
    relay.tell();
    late = true;
    assertThatThrownBy(() -> relay.step(bench.closeCommand()))
        .isInstanceOf(IllegalStateException.class);
    silent = true;
    Halt halt = new Halt.Active(new HaltScope.Everything(), 1, "tg-1", "test", Some.NOW);
    relay.step(Drill.told(halt));
    assertThatThrownBy(relay::tell).isInstanceOf(IllegalStateException.class);
    assertThat(bench.world.reports().sent())
        .hasAtLeastOneElementOfType(io.bitten.core.fill.Report.HaltSeen.class);
  }

  private Versioned<Order> stored() {
    return bench.world.orders().find(Some.ORDER).orElseThrow();
  }

  /** The order as a close of its position makes it, which another thread stores. */
  private Order closing() {
    Order order = stored().value();
    return order.with(
        new OrderState.Closing(
            Holding.of(order.state()).orElseThrow(), ExitReason.TRADER, bench.time.instant()));
  }

  private RelayPorts ports(Orders orders) {
    return new RelayPorts(
        orders,
        bench.world.halts(),
        bench.world.leases(),
        bench.world.closeWishes(),
        bench.world.orphans(),
        bench.world.reports(),
        bench.time,
        bench.ticker,
        Journal.open(RelayBench.disk(folder.resolve("moves"))));
  }

  /** Lets the save that was held back happen. */
  private void arrive() {
    @SuppressWarnings("unchecked")
    Versioned<Order> order = (Versioned<Order>) held.orElseThrow()[0];
    assertThat(bench.world.orders().save(order)).isEqualTo(Written.STORED);
  }

  /** A table that may be silent, or hold a save back and not answer it. */
  private Orders stubborn(Orders real) {
    return (Orders)
        Proxy.newProxyInstance(
            Orders.class.getClassLoader(),
            new Class<?>[] {Orders.class},
            (proxy, method, arguments) -> {
              boolean save = method.getName().equals("save");
              if (silent || (late && save)) {
                held = save ? Optional.of(arguments) : held;
                throw new IllegalStateException("the table does not answer");
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
