package io.bitten.functions.hud;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bitten.core.fire.CloseDesk;
import io.bitten.core.market.Level;
import io.bitten.core.market.Price;
import io.bitten.core.order.Exit;
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
    Optional<Fill> fill = CloseDesk.executed(order);
    json.put("trade_id", order.number())
        .put("order_id", order.id().value())
        .put("user_id", order.user().value())
        .put("symbol", terms.symbol().code())
        .put("direction", terms.direction().name())
        .put("lot_size", fill.map(Fill::lots).orElse(terms.lots()).value())
        .put("entry_price", fill.map(Fill::price).orElse(terms.shownPrice()).value())
        .put("stop_loss", stop(fill, terms).value())
        .put("take_profit", terms.takeProfit().value())
        .put("status", order.state().label())
        .put("opened_at", fill.map(Fill::at).orElse(order.createdAt()).toString());
    fill.ifPresent(known -> json.put("ticket", known.ticket().value()));
    if (order.state() instanceof OrderState.Closed closed) {
      ended(json, closed.exit());
    } else {
      json.putNull("profit");
    }
    if (order.state() instanceof OrderState.Rejected rejected) {
      json.put("refusal_code", rejected.code()).put("refusal", rejected.message());
    }
  }

  /** A result nobody told is null, not zero. */
  static void ended(ObjectNode json, Exit exit) {
    switch (exit) {
      case Exit.Booked booked ->
          json.put("profit", booked.net().amount())
              .put("currency", booked.net().currency().code())
              .put("close_price", booked.price().value());
      case Exit.Unbooked unbooked -> {
        json.putNull("profit");
        if (unbooked.price() instanceof Level.At at) {
          json.put("close_price", at.price().value());
        }
      }
    }
    json.put("close_reason", exit.reason().name()).put("closed_at", exit.at().toString());
  }

  /** As the broker showed it; the agreed one while none was seen. */
  private static Price stop(Optional<Fill> fill, Terms terms) {
    return fill.map(Fill::stopLoss).orElse(Level.absent()) instanceof Level.At seen
        ? seen.price()
        : terms.stopLoss();
  }
}
