package io.bitten.functions.hud;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bitten.core.Versioned;
import io.bitten.core.World;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.account.Link;
import io.bitten.core.account.Position;
import io.bitten.core.market.Level;
import io.bitten.core.order.OrphanState;
import io.bitten.functions.HttpReply;
import java.time.Duration;

/**
 * The open positions as the broker showed them, with the age of the look, and what is on its way.
 */
final class Positions {
  private static final int OPEN_ORDERS = 50;

  private final World world;

  Positions(World world) {
    this.world = world;
  }

  HttpReply answer(Caller caller) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode positions = json.putArray("positions");
    ArrayNode orders = json.putArray("orders");
    if (caller.link() instanceof Link.To(var account)) {
      world.accounts().snapshot(account).ifPresent(seen -> seen(json, positions, seen, caller));
      orders(orders, account);
    }
    OrphanJson.list(json.putArray("orphans"), world, caller, OrphanState::open);
    return HttpReply.json(200, json);
  }

  private static void seen(
      ObjectNode json, ArrayNode positions, AccountSnapshot seen, Caller caller) {
    json.put("account", seen.account().value())
        .put("at", seen.at().toString())
        .put("age_seconds", begun(seen.age(caller.now())))
        .put("balance", seen.balance().amount())
        .put("equity", seen.equity().amount())
        .put("free_margin", seen.freeMargin().amount())
        .put("currency", seen.balance().currency().code());
    seen.positions().forEach(position -> position(positions.addObject(), position));
  }

  /** In seconds; a relay's clock may be a little ahead of ours. */
  private static long begun(Duration age) {
    return Math.max(0, age.plusSeconds(1).minusNanos(1).toSeconds());
  }

  private static void position(ObjectNode json, Position position) {
    json.put("ticket", position.ticket().value())
        .put("symbol", position.symbol().code())
        .put("direction", position.direction().name())
        .put("lot_size", position.lots().value())
        .put("entry_price", position.openPrice().value())
        .put("profit", position.net().amount())
        .put("ours", position.magic().isOurs())
        .put("opened_at", position.openedAt().toString());
    level(json, "stop_loss", position.stopLoss());
    level(json, "take_profit", position.takeProfit());
  }

  private static void level(ObjectNode json, String name, Level level) {
    switch (level) {
      case Level.At at -> json.put(name, at.price().value());
      case Level.Absent none -> json.putNull(name);
    }
  }

  private void orders(ArrayNode orders, AccountId account) {
    world.orders().open(account, OPEN_ORDERS).stream()
        .map(Versioned::value)
        .forEach(order -> TradeJson.fill(orders.addObject(), order));
  }
}
