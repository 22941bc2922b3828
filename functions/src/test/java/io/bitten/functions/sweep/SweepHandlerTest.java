package io.bitten.functions.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.Versioned;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.core.order.Attempt;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.Owner;
import io.bitten.core.order.RouteName;
import io.bitten.functions.Measured;
import io.bitten.functions.Settings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("it hears all that is measured")
final class SweepHandlerTest {
  private final ManualTime time = new ManualTime(Some.NOW);
  private final MemoryWorld memory = MemoryWorld.on(time);

  @Test
  void the_age_of_the_longest_doubt_is_measured_as_the_alarm_reads_it() throws IOException {
    memory.orders().place(Some.order(), Versioned.fresh(Some.riskBook()));
    Attempt attempt =
        new Attempt(1, RouteName.FARM, new Owner("vps-1", "boot-1", 1), Some.order().deadline());
    memory
        .orders()
        .save(
            new Versioned<>(
                Some.order().with(new OrderState.Unknown(attempt, "no answer", Some.NOW)), 1));
    time.advance(Duration.ofSeconds(150));

    assertThat(swept())
        .contains("\"Namespace\":\"BITTEN/test\"")
        .contains("\"Service\":\"bitten\"")
        .contains("\"unknown_order_age\":150")
        .contains("\"unknown_orders\":1")
        .contains("\"naked_positions\":0");
  }

  @Test
  void a_position_that_stays_without_its_stop_is_measured_as_the_alarm_reads_it()
      throws IOException {
    memory.orders().place(Some.order(), Versioned.fresh(Some.riskBook()));
    memory
        .orders()
        .save(
            new Versioned<>(
                Some.order().with(new OrderState.Unprotected(Some.fill(), Some.NOW)), 1));
    time.advance(Duration.ofSeconds(12));

    assertThat(swept())
        .contains("\"Service\":\"bitten\"")
        .contains("\"naked_seconds\":12")
        .contains("\"naked_positions\":1")
        .contains("\"unknown_orders\":0");
  }

  @Test
  void one_that_is_closed_for_want_of_a_stop_counts_until_it_is_closed() throws IOException {
    memory.orders().place(Some.order(), Versioned.fresh(Some.riskBook()));
    closing(1, ExitReason.TRADER);
    time.advance(Duration.ofSeconds(40));
    assertThat(swept()).contains("\"naked_positions\":0");

    closing(2, ExitReason.NO_STOP);
    assertThat(swept()).contains("\"naked_positions\":1").contains("\"naked_seconds\":40");
  }

  private void closing(long version, ExitReason reason) {
    OrderState state = new OrderState.Closing(Some.fill(), reason, Some.NOW);
    memory.orders().save(new Versioned<>(Some.order().with(state), version));
  }

  @Test
  void without_a_doubt_the_age_is_nothing() throws IOException {
    assertThat(swept())
        .contains("\"unknown_order_age\":0")
        .contains("\"unknown_orders\":0")
        .contains("\"naked_seconds\":0");
  }

  /** What the function writes for CloudWatch. */
  private String swept() throws IOException {
    return Measured.during(
        () ->
            new SweepHandler(memory.world(), Settings.of(Map.of()))
                .handleRequest(
                    new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream(), null));
  }
}
