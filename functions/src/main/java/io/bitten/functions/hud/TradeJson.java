package io.bitten.functions.hud;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bitten.core.fire.CloseDesk;
import io.bitten.core.order.Fill;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.Terms;
import java.util.Optional;

/** An order in the HUD's trade format. Its profit is null until the position is closed. */
final class TradeJson {
  private TradeJson() {}

  static void fill(ObjectNode json, Order order) {
    Terms terms = order.terms();
    Optional<Fill> fill = fillOf(order);
    json.put("trade_id", order.number())
        .put("order_id", order.id().value())
        .put("user_id", order.user().value())
        .put("symbol", terms.symbol().code())
        .put("direction", terms.direction().name())
        .put("lot_size", terms.lots().value())
        .put("entry_price", fill.map(Fill::price).orElse(terms.shownPrice()).value())
        .put("stop_loss", terms.stopLoss().value())
        .put("take_profit", terms.takeProfit().value())
        .put("status", order.state().label())
        .put("opened_at", fill.map(Fill::at).orElse(order.createdAt()).toString());
    fill.ifPresent(known -> json.put("ticket", known.ticket().value()));
    if (order.state() instanceof OrderState.Closed closed) {
      json.put("profit", closed.exit().net().amount())
          .put("currency", closed.exit().net().currency().code())
          .put("close_price", closed.exit().price().value())
          .put("close_reason", closed.exit().reason().name())
          .put("closed_at", closed.exit().at().toString());
    } else {
      json.putNull("profit");
    }
    if (order.state() instanceof OrderState.Rejected rejected) {
      json.put("refusal_code", rejected.code()).put("refusal", rejected.message());
    }
  }

  private static Optional<Fill> fillOf(Order order) {
    return order.state() instanceof OrderState.Closed closed
        ? Optional.of(closed.fill())
        : CloseDesk.fill(order);
  }
}
