package io.bitten.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.fill.Report;
import io.bitten.relay.journal.JournalDisk;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a relay still does when its disk is full. */
class BrokenJournalTest {
  @TempDir Path folder;

  @Test
  void a_move_is_told_before_it_is_stored_since_nothing_would_remember_it_after_a_crash() {
    try (RelayBench bench = new RelayBench(folder)) {
      Relay relay = bench.boot(Crashes.never(), RelayCaps.none(), full(bench.disk()));
      relay.recover();
      bench.time.advance(Duration.ofMinutes(10));
      relay.look(Some.ACCOUNT);
      relay.watch(Some.ACCOUNT);

      assertThat(bench.state()).isEqualTo("EXPIRED");
      List<Report> moving =
          bench.world.reports().sent().stream()
              .filter(report -> report instanceof Report.OrderMoving)
              .toList();
      assertThat(moving)
          .containsExactly(
              new Report.OrderMoving(Some.ORDER, Some.ACCOUNT, 2, bench.time.instant()));
    }
  }

  private static JournalDisk full(JournalDisk real) {
    return (JournalDisk)
        Proxy.newProxyInstance(
            real.getClass().getClassLoader(),
            new Class<?>[] {JournalDisk.class},
            (proxy, method, arguments) -> {
              if (method.getName().startsWith("append")) {
                throw new IOException("no space left on device");
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
