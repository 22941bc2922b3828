package io.bitten.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.Versioned;
import io.bitten.core.memory.MemoryOrders;
import io.bitten.core.memory.MemoryRiskBooks;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.Orders;
import java.lang.reflect.Proxy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class OpenOrdersTest {
  private final MemoryOrders orders = new MemoryOrders(new MemoryRiskBooks());
  private long now;
  private final OpenOrders open = new OpenOrders(orders, () -> now);

  @Test
  void what_a_quiet_account_has_is_believed_for_five_seconds() {
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

    pass(Duration.ofMillis(500));
    assertThat(open.of(Some.ACCOUNT)).hasSize(1);
  }

  @Test
  void the_readers_of_one_round_share_one_question() {
    place();
    open.begin(Some.ACCOUNT);
    assertThat(open.of(Some.ACCOUNT)).hasSize(1);
    end();

    pass(Duration.ofMillis(499));
    assertThat(open.of(Some.ACCOUNT)).hasSize(1);
    pass(Duration.ofMillis(1));
    assertThat(open.of(Some.ACCOUNT)).isEmpty();
  }

  @Test
  void an_answer_that_something_overtook_is_not_believed() {
    OpenOrders[] self = new OpenOrders[1];
    self[0] =
        new OpenOrders(
            answering(
                () -> {
                  place();
                  self[0].begin(Some.ACCOUNT);
                }),
            () -> now);

    assertThat(self[0].of(Some.ACCOUNT)).isEmpty();
    assertThat(self[0].of(Some.ACCOUNT)).hasSize(1);
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

  private void end() {
    Versioned<Order> stored = orders.find(Some.ORDER).orElseThrow();
    orders.save(stored.with(stored.value().with(new OrderState.Expired(Some.NOW))));
  }

  /** The orders, after whose answers something happens before they arrive. */
  private Orders answering(Runnable meanwhile) {
    return (Orders)
        Proxy.newProxyInstance(
            Orders.class.getClassLoader(),
            new Class<?>[] {Orders.class},
            (proxy, method, arguments) -> {
              Object answer = method.invoke(orders, arguments);
              meanwhile.run();
              return answer;
            });
  }

  private void pass(Duration time) {
    now += time.toNanos();
  }
}
