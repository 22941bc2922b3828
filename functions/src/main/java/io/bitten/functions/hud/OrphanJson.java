package io.bitten.functions.hud;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bitten.core.Versioned;
import io.bitten.core.World;
import io.bitten.core.account.Link;
import io.bitten.core.market.Level;
import io.bitten.core.order.Orphan;
import io.bitten.core.order.OrphanSource;
import io.bitten.core.order.OrphanState;
import java.util.function.Predicate;

/** The caller's positions that no order stands for. */
final class OrphanJson {
  private static final int READ = 50;

  private OrphanJson() {}

  /** Adds those of the caller's newest in such a state. */
  static void list(ArrayNode orphans, World world, Caller caller, Predicate<OrphanState> states) {
    if (caller.link() instanceof Link.To(var account)) {
      world.orphans().of(account, READ).stream()
          .map(Versioned::value)
          .filter(orphan -> orphan.user().equals(caller.trader().id()))
          .filter(orphan -> states.test(orphan.state()))
          .forEach(orphan -> fill(orphans.addObject(), orphan));
    }
  }

  private static void fill(ObjectNode json, Orphan orphan) {
    json.put("ticket", orphan.fill().ticket().value())
        .put("symbol", orphan.symbol().code())
        .put("direction", orphan.direction().name())
        .put("lot_size", orphan.fill().lots().value())
        .put("entry_price", orphan.fill().price().value())
        .put("risk", orphan.risk().amount())
        .put("currency", orphan.risk().currency().code())
        .put("status", orphan.state().label())
        .put("opened_at", orphan.fill().at().toString());
    switch (orphan.fill().stopLoss()) {
      case Level.At at -> json.put("stop_loss", at.price().value());
      case Level.Absent none -> json.putNull("stop_loss");
    }
    if (orphan.source() instanceof OrphanSource.OfOrder of) {
      json.put("order_id", of.order().value()).put("trade_id", of.number());
    }
    if (orphan.state() instanceof OrphanState.Closed(var exit)) {
      TradeJson.ended(json, exit);
    } else {
      json.putNull("profit");
    }
  }
}
