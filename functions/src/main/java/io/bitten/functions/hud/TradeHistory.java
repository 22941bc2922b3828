package io.bitten.functions.hud;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bitten.core.Page;
import io.bitten.core.World;
import io.bitten.core.order.Order;
import io.bitten.functions.HttpReply;

/**
 * The caller's orders, newest first. One page of the store is read at a time, so a filtered page
 * may hold fewer trades than the limit, or none, and still have a next. The first page also has the
 * newest positions without an order that have ended.
 */
final class TradeHistory {
  private final World world;

  TradeHistory(World world) {
    this.world = world;
  }

  HttpReply answer(Caller caller) {
    HistoryQuery query = HistoryQuery.of(caller.request().query());
    Page<Order> page = world.orders().of(caller.trader().id(), query.cursor(), query.limit());
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode trades = json.putArray("trades");
    page.items().stream()
        .filter(query::matches)
        .forEach(order -> TradeJson.fill(trades.addObject(), order));
    ArrayNode orphans = json.putArray("orphans");
    if (query.cursor().isEmpty()) {
      OrphanJson.list(orphans, world, caller, state -> !state.open());
    }
    if (page.more()) {
      json.put("next", page.next());
    } else {
      json.putNull("next");
    }
    return HttpReply.json(200, json);
  }
}
