package io.bitten.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bitten.core.order.Exit;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderState;
import io.bitten.core.signal.Signal;
import io.bitten.local.mt5.PositionView;
import io.bitten.local.platform.Hop;
import io.bitten.local.platform.Walk;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** A walk for a person and for a program. */
final class WalkReport {
  private WalkReport() {}

  static ObjectNode json(Walk walk) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("signal", signal(walk.signal()));
    ArrayNode hops = json.putArray("hops");
    long before = walk.hops().getFirst().nanoTime();
    for (Hop hop : walk.hops()) {
      hops.addObject()
          .put("name", hop.name())
          .put("at", hop.at().toString())
          .put("ms", ms(hop.nanoTime() - before))
          .put("id", hop.id());
      before = hop.nanoTime();
    }
    json.set("order", order(walk.order()));
    json.set("position", position(walk.position()));
    return json.put("ledger_ok", walk.ledgerOk()).put("duplicates", walk.duplicates());
  }

  static void print(Walk walk, PrintWriter out) {
    out.println();
    out.printf("%-22s %-26s %10s  %s%n", "hop", "at (platform time)", "ms", "id");
    long before = walk.hops().getFirst().nanoTime();
    for (Hop hop : walk.hops()) {
      out.printf(
          "%-22s %-26s %10s  %s%n",
          hop.name(), hop.at(), ms(hop.nanoTime() - before).toPlainString(), hop.id());
      before = hop.nanoTime();
    }
    out.println();
    Signal signal = walk.signal();
    out.printf(
        "signal    %s %s %s, TCS %s, entry %s, stop %s, target %s%n",
        signal.id(),
        signal.symbol(),
        signal.direction(),
        signal.tcs(),
        signal.entry(),
        signal.stopLoss(),
        signal.takeProfit());
    out.printf(
        "order     %s %s lots, magic %s, %s%n",
        walk.order().number(),
        walk.order().terms().lots(),
        walk.order().magic(),
        walk.order().state().label());
    if (walk.order().state() instanceof OrderState.Closed(var fill, Exit.Booked exit)) {
      out.printf("result    %s, simulated%n", exit.net().shown());
    }
    out.printf("ledger    %s%n", walk.ledgerOk() ? "verified" : "BROKEN");
    out.printf("duplicate orders at the broker: %d%n", walk.duplicates());
  }

  private static ObjectNode signal(Signal signal) {
    return node()
        .put("signal_id", signal.id().value())
        .put("pair", signal.symbol().code())
        .put("direction", signal.direction().name())
        .put("entry", signal.entry().value())
        .put("stop_loss", signal.stopLoss().value())
        .put("take_profit", signal.takeProfit().value())
        .put("tcs_score", signal.tcs().value())
        .put("tier", signal.signalClass().name())
        .put("candle", signal.candle().toString())
        .put("created_at", signal.createdAt().toString())
        .put("expires_at", signal.expiresAt().toString());
  }

  private static ObjectNode order(Order order) {
    ObjectNode json =
        node()
            .put("order_id", order.id().value())
            .put("trade_id", order.number())
            .put("magic", order.magic().value())
            .put("symbol", order.terms().symbol().code())
            .put("direction", order.terms().direction().name())
            .put("lot_size", order.terms().lots().value())
            .put("stop_loss", order.terms().stopLoss().value())
            .put("take_profit", order.terms().takeProfit().value())
            .put("risk", order.terms().risk().amount().setScale(2, RoundingMode.HALF_UP))
            .put("status", order.state().label());
    if (order.state() instanceof OrderState.Closed(var fill, Exit.Booked exit)) {
      json.put("entry_price", fill.price().value())
          .put("exit_price", exit.price().value())
          .put("profit", exit.net().amount());
    }
    return json;
  }

  private static ObjectNode position(PositionView position) {
    return node()
        .put("ticket", position.ticket())
        .put("symbol", position.symbol())
        .put("magic", position.magic())
        .put("open_price", position.openPrice())
        .put("volume", position.lots())
        .put("sl", position.stopLoss())
        .put("tp", position.takeProfit())
        .put("simulated", true);
  }

  private static ObjectNode node() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static BigDecimal ms(long nanos) {
    return BigDecimal.valueOf(nanos, 6).setScale(1, RoundingMode.HALF_UP);
  }
}
