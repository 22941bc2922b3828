package io.bitten.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.Versioned;
import io.bitten.core.account.UserId;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderId;
import io.bitten.core.relay.Gate;
import io.bitten.core.risk.RiskBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Many open orders of many people in one account cost its rounds no more than one. */
class CrowdTest extends Benched {
  private static final int CROWD = 300;

  @Test
  void only_the_newest_orders_owner_is_noted_and_watched_and_no_gate_is_shut() {
    CutOffHalts halts = new CutOffHalts(bench.world.halts());
    Relay relay = bench.bootWithHalts(halts);
    relay.recover();
    relay.renewLease();
    crowd();
    round(relay);
    // The order that every bench has expires here.
    round(relay);
    long after = bytes();

    round(relay);
    round(relay);

    assertThat(bytes()).isEqualTo(after);
    assertThat(bench.journal().owners())
        .isEqualTo(Map.of(Some.ACCOUNT, new UserId("tg-" + (CROWD - 1))));
    halts.reads();
    relay.refreshHalts();
    assertThat(halts.reads()).containsExactly(3);
    assertThat(bench.terminal.gate.stands()).isEqualTo(Gate.OPEN);
  }

  private void round(Relay relay) {
    bench.time.advance(Duration.ofSeconds(6));
    relay.renewLease();
    relay.watch(Some.ACCOUNT);
    relay.refreshHalts();
    relay.guard(Some.ACCOUNT);
  }

  private void crowd() {
    for (int i = 0; i < CROWD; i++) {
      UserId user = new UserId("tg-" + i);
      bench.world.orders().place(order(i, user), Versioned.fresh(book(user)));
    }
  }

  private Order order(int number, UserId user) {
    Order some = Some.order();
    return new Order(
        OrderId.derivedFrom("crowd", Integer.toString(number)),
        some.number(),
        bench.world.orders().nextMagic(),
        user,
        some.account(),
        some.origin(),
        some.terms(),
        some.state(),
        some.haltEpochs(),
        Some.NOW.plusSeconds(number),
        Some.NOW.plus(Duration.ofDays(1)),
        some.correlation());
  }

  private static RiskBook book(UserId user) {
    RiskBook some = Some.riskBook();
    return new RiskBook(
        user,
        some.reservations(),
        some.day(),
        some.tilt(),
        some.peak(),
        some.recent(),
        some.settled());
  }

  /** What the journal takes on the disk. */
  private long bytes() {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
