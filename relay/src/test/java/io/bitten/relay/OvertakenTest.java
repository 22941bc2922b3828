package io.bitten.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.Versioned;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderState;
import io.bitten.core.relay.Answer;
import io.bitten.core.relay.Route;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A relay that stood still while another settled what it was sending. */
class OvertakenTest {
  @TempDir Path folder;

  @Test
  void an_order_freed_for_its_second_attempt_meanwhile_keeps_its_message() {
    try (RelayBench bench = new RelayBench(folder)) {
      Relay relay = bench.boot(settledMeanwhile(bench));
      assertThat(relay.step(RelayBench.open())).isInstanceOf(StepOutcome.Later.class);
      assertThat(bench.order().state()).isEqualTo(new OrderState.New(1));
    }
  }

  private static Route settledMeanwhile(RelayBench bench) {
    return (Route)
        Proxy.newProxyInstance(
            Route.class.getClassLoader(),
            new Class<?>[] {Route.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("open")) {
                Versioned<Order> held = bench.world.orders().find(Some.ORDER).orElseThrow();
                bench.world.orders().save(held.with(held.value().with(new OrderState.New(1))));
                return new Answer.Unknown("timed out");
              }
              try {
                return method.invoke(bench.terminal, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
