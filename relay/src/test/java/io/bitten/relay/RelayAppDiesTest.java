package io.bitten.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.relay.Route;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A relay of which a part has died does not go on with the rest. */
@Timeout(300)
class RelayAppDiesTest extends Benched {
  private final List<String> alarms = new CopyOnWriteArrayList<>();
  private final MemoryCommands orders = new MemoryCommands();
  private final MemoryCommands exits = new MemoryCommands();

  @Test
  void an_error_in_one_loop_ends_the_whole_with_its_reason() throws InterruptedException {
    try (RelayApp app = start(brokenIn("relay look "), orders::read)) {
      assertThat(app.await()).isEqualTo(RelayApp.Ended.BROKEN);
    }
    assertThat(alarms).anySatisfy(one -> assertThat(one).contains("relay look", "NoClassDefFound"));
  }

  @Test
  void an_error_in_a_command_ends_the_whole_with_its_reason() throws InterruptedException {
    CommandDoor door =
        text -> {
          throw new StackOverflowError("in the door");
        };
    try (RelayApp app = start(bench.terminal, door)) {
      orders.put(RelayBench.open());
      assertThat(app.await()).isEqualTo(RelayApp.Ended.BROKEN);
    }
    assertThat(alarms).anySatisfy(one -> assertThat(one).contains("orders", "StackOverflowError"));
  }

  @Test
  void one_that_is_closed_was_stopped() throws InterruptedException {
    RelayApp app = start(bench.terminal, orders::read);
    app.close();
    assertThat(app.await()).isEqualTo(RelayApp.Ended.STOPPED);
    assertThat(alarms).isEmpty();
  }

  private RelayApp start(Route route, CommandDoor door) {
    RelayLog log =
        new RelayLog() {
          @Override
          public void say(String what, String details) {}

          @Override
          public void alarm(String what, String details) {
            alarms.add(what + ": " + details);
          }
        };
    return RelayApp.start(bench.boot(route), new RelayCloud(orders, exits, door), log);
  }

  /** Other loops ask the route as well, and may be the first to: theirs answers. */
  private Route brokenIn(String loop) {
    return (Route)
        Proxy.newProxyInstance(
            Route.class.getClassLoader(),
            new Class<?>[] {Route.class},
            (proxy, method, arguments) -> {
              if (Thread.currentThread().getName().startsWith(loop)) {
                throw new NoClassDefFoundError("a class");
              }
              try {
                return method.invoke(bench.terminal, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
