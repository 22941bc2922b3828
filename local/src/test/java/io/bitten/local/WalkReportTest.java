package io.bitten.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bitten.core.Some;
import io.bitten.core.market.Direction;
import io.bitten.local.mt5.PositionView;
import io.bitten.local.platform.Hop;
import io.bitten.local.platform.Walk;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class WalkReportTest {
  private static final BigDecimal ONE = BigDecimal.ONE;
  private static final PositionView POSITION =
      new PositionView(
          7, "EURUSD", Direction.BUY, ONE, ONE, ONE, ONE, ONE, ONE, ONE, 9, "BITTEN", Some.NOW);
  private static final Walk WALK =
      new Walk(
          Some.signal(),
          List.of(
              new Hop("signal_scored", "SIG", Some.NOW, 1_000_000),
              new Hop("signal_delivered", "message 3", Some.NOW.plusMillis(4), 5_500_000)),
          Some.order(),
          POSITION,
          true,
          0);

  @Test
  void the_json_object_has_the_promised_keys_in_their_order() {
    ObjectNode json = WalkReport.json(WALK);

    assertThat(names(json))
        .containsExactly("signal", "hops", "order", "position", "ledger_ok", "duplicates");
    assertThat(json.path("hops"))
        .allSatisfy(hop -> assertThat(names((ObjectNode) hop)).startsWith("name", "at", "ms"));
    assertThat(json.path("ledger_ok").isBoolean()).isTrue();
    assertThat(json.path("duplicates").isInt()).isTrue();
  }

  @Test
  void money_at_risk_is_told_in_cents() {
    assertThat(WalkReport.json(WALK).path("order").path("risk").decimalValue().scale())
        .isEqualTo(2);
  }

  @Test
  void a_hops_milliseconds_count_from_the_hop_before_it() {
    assertThat(WalkReport.json(WALK).path("hops"))
        .extracting(hop -> hop.path("ms").decimalValue())
        .containsExactly(new BigDecimal("0.0"), new BigDecimal("4.5"));
  }

  private static List<String> names(ObjectNode object) {
    List<String> names = new ArrayList<>();
    Iterator<String> fields = object.fieldNames();
    fields.forEachRemaining(names::add);
    return names;
  }
}
