package io.bitten.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.Versioned;
import io.bitten.core.memory.MemoryOrders;
import io.bitten.core.memory.MemoryRiskBooks;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class OpenOrdersTest {
  private final MemoryOrders orders = new MemoryOrders(new MemoryRiskBooks());
  private long now;
  private final OpenOrders open = new OpenOrders(orders, () -> now);

  @Test
  void that_a_quiet_account_has_none_is_believed_for_five_seconds() {
    assertThat(open.of(Some.ACCOUNT)).isEmpty();
    place();

    pass(Duration.ofMillis(4_999));
    assertThat(open.of(Some.ACCOUNT)).isEmpty();
    pass(Duration.ofMillis(1));
    assertThat(open.of(Some.ACCOUNT)).hasSize(1);
  }

  @Test
  void what_begins_in_an_account_is_seen_at_once() {
    assertThat(open.of(Some.ACCOUNT)).isEmpty();
    place();
    open.begin(Some.ACCOUNT);

    assertThat(open.of(Some.ACCOUNT)).hasSize(1);
  }

  @Test
  void an_account_that_was_just_moved_is_asked_in_every_round() {
    open.begin(Some.ACCOUNT);
    assertThat(open.of(Some.ACCOUNT)).isEmpty();
    pass(Duration.ofSeconds(14));
    assertThat(open.of(Some.ACCOUNT)).isEmpty();
    place();

    assertThat(open.of(Some.ACCOUNT)).hasSize(1);
  }

  @Test
  void an_account_with_open_orders_is_asked_in_every_round() {
    place();

    assertThat(open.of(Some.ACCOUNT)).hasSize(1);
    assertThat(open.of(Some.ACCOUNT)).hasSize(1);
  }

  @Test
  void a_fresh_answer_believes_nothing() {
    assertThat(open.of(Some.ACCOUNT)).isEmpty();
    place();

    assertThat(open.fresh(Some.ACCOUNT)).hasSize(1);
  }

  private void place() {
    orders.place(Some.order(), Versioned.fresh(Some.riskBook()));
  }

  private void pass(Duration time) {
    now += time.toNanos();
  }
}
