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
  void what_an_account_has_is_believed_for_five_seconds() {
    assertThat(open.of(Some.ACCOUNT)).isEmpty();
    place();

    pass(Duration.ofMillis(4_999));
    assertThat(open.of(Some.ACCOUNT)).isEmpty();
    pass(Duration.ofMillis(1));
    assertThat(open.of(Some.ACCOUNT)).hasSize(1);
  }

  @Test
  void what_is_moved_here_is_seen_at_once_and_asks_the_store_nothing() {
    assertThat(open.of(Some.ACCOUNT)).isEmpty();
    place();
    Versioned<Order> again = stored(new OrderState.New(1));
    open.moved(again);
    assertThat(open.of(Some.ACCOUNT)).containsExactly(again);

    open.moved(stored(new OrderState.Expired(Some.NOW)));
    assertThat(open.of(Some.ACCOUNT)).isEmpty();
  }

  @Test
  void what_was_moved_while_the_store_was_asked_stands_over_its_answer() {
    place();
    OpenOrders[] self = new OpenOrders[1];
    self[0] =
        new OpenOrders(answering(() -> self[0].moved(stored(new OrderState.New(1)))), () -> now);

    assertThat(self[0].of(Some.ACCOUNT)).extracting(Versioned::version).containsExactly(2L);
  }

  @Test
  void an_index_may_lag_for_fifteen_seconds_behind_what_was_moved_here() {
    place();
    Versioned<Order> unseen = stored(new OrderState.New(1));
    OpenOrders lagging = new OpenOrders(empty(), () -> now);
    lagging.moved(unseen);

    pass(Duration.ofSeconds(15));
    assertThat(lagging.of(Some.ACCOUNT)).containsExactly(unseen);
    pass(Duration.ofSeconds(5));
    assertThat(lagging.of(Some.ACCOUNT)).isEmpty();
  }

  @Test
  void after_a_doubt_the_store_is_asked() {
    assertThat(open.of(Some.ACCOUNT)).isEmpty();
    place();
    open.doubt(Some.ACCOUNT);

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

  /** Moves the order to the state in the store. */
  private Versioned<Order> stored(OrderState state) {
    Versioned<Order> before = orders.find(Some.ORDER).orElseThrow();
    orders.save(before.with(before.value().with(state)));
    return orders.find(Some.ORDER).orElseThrow();
  }

  /** Another store, which holds nothing. */
  private static Orders empty() {
    return new MemoryOrders(new MemoryRiskBooks());
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
