package io.bitten.functions.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.adapters.json.Json;
import io.bitten.core.Event;
import io.bitten.core.Some;
import io.bitten.core.SomeKinds;
import io.bitten.core.Versioned;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.OrphanSource;
import io.bitten.core.order.OrphanState;
import io.bitten.functions.Measured;
import io.bitten.functions.SomeSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("it hears all that is measured")
final class NotifyHandlerTest {
  private final MemoryWorld memory = MemoryWorld.on(new ManualTime(Some.NOW));

  @Test
  void a_stop_that_is_missing_is_counted_and_one_that_is_back_is_not() throws IOException {
    OrderState missing = new OrderState.Unprotected(Some.fill(), Some.NOW);
    OrderState back = new OrderState.Protected(Some.fill(), Some.NOW);

    assertThat(measured(changed(4, missing.label())))
        .contains("\"state\":\"UNPROTECTED\"")
        .contains("\"stops_missed\":1");
    assertThat(measured(changed(5, back.label()))).doesNotContain("stops_missed");
  }

  @Test
  void a_halt_that_is_set_is_counted_and_its_lifting_is_not() throws IOException {
    HaltScope all = new HaltScope.Everything();
    Halt set = new Halt.Active(all, 1, "tg-1", "a drill", Some.NOW);
    Halt lifted = new Halt.Lifted(all, 2, "tg-1", "over", Some.NOW);

    assertThat(measured(new Event.EmergencyStop(Some.header(), set, Some.NOW)))
        .contains("\"scope\":\"everything\"")
        .contains("\"halts\":1");
    assertThat(measured(new Event.EmergencyStop(Some.header(), lifted, Some.NOW)))
        .doesNotContain("halts");
  }

  @Test
  void an_order_that_was_executed_twice_is_counted_once() throws IOException {
    found("PROTECTED");

    assertThat(measured(orphan(1)))
        .contains("\"state\":\"CLOSING\"")
        .contains("\"orphans\":1")
        .contains("\"duplicates\":1");
    assertThat(measured(orphan(2))).doesNotContain("orphans", "duplicates");
  }

  @Test
  void an_order_that_was_executed_late_is_an_orphan_and_no_duplicate() throws IOException {
    found("EXPIRED");

    assertThat(measured(orphan(1))).contains("\"orphans\":1").doesNotContain("duplicates");
  }

  private void found(String state) {
    memory
        .orphans()
        .save(
            Versioned.fresh(
                SomeKinds.orphan(
                    new OrphanSource.OfOrder(Some.ORDER, Some.order().number(), state),
                    new OrphanState.Closing(ExitReason.LATE, Some.NOW))));
  }

  private static Event orphan(long version) {
    return new Event.OrphanChanged(
        Some.header(), Some.USER, Some.ACCOUNT, Some.fill().ticket(), version, "CLOSING");
  }

  private static Event changed(long version, String state) {
    return new Event.OrderChanged(Some.header(), Some.ORDER, Some.USER, version, state);
  }

  /** What telling an event writes for CloudWatch. */
  private String measured(Event event) throws IOException {
    String record =
        "{\"messageId\":\"m1\",\"body\":"
            + Json.write("{\"detail\":" + Json.write(event) + "}")
            + "}";
    ByteArrayInputStream in =
        new ByteArrayInputStream(
            ("{\"Records\":[" + record + "]}").getBytes(StandardCharsets.UTF_8));
    return Measured.during(
        () ->
            new NotifyHandler(memory.world(), SomeSettings.all())
                .handleRequest(in, OutputStream.nullOutputStream(), null));
  }
}
