package io.bitten.adapters.farm;

import io.bitten.adapters.json.BadJson;
import io.bitten.adapters.json.Fields;
import io.bitten.adapters.terminal.SymbolNames;
import io.bitten.adapters.terminal.TerminalFields;
import io.bitten.core.account.Magic;
import io.bitten.core.account.Money;
import io.bitten.core.account.Ticket;
import io.bitten.core.market.Currency;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Price;
import io.bitten.core.market.Symbol;
import io.bitten.core.order.ExitReason;
import io.bitten.core.relay.Deal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Deals from a farm's history. Throws {@link BadJson} on a list that is not complete. */
final class FarmHistory {
  private static final int MAX_DEALS = 5_000;
  private static final int LONGEST = 200;

  private final String broker;
  private final SymbolNames names;

  FarmHistory(String broker, SymbolNames names) {
    this.broker = broker;
    this.names = names;
  }

  List<Deal> deals(Fields answer, Currency currency) {
    if (!answer.flag("complete")) {
      throw answer.refuse("complete", "is false");
    }
    List<Deal> deals = new ArrayList<>();
    for (Fields one : answer.objects("deals", MAX_DEALS)) {
      Optional<Symbol> symbol = one.maybeText("symbol", LONGEST).flatMap(names::symbol);
      if (symbol.isPresent() && one.maybeText("broker", LONGEST).orElse(broker).equals(broker)) {
        deals.add(deal(one, symbol.get(), currency));
      }
    }
    return deals;
  }

  private static Deal deal(Fields one, Symbol symbol, Currency currency) {
    try {
      return new Deal(
          new Ticket(one.whole("position")),
          side(one),
          symbol,
          new Lots(one.decimal("volume")),
          new Price(one.decimal("price")),
          new Money(
              TerminalFields.orZero(one, "profit")
                  .add(TerminalFields.orZero(one, "swap"))
                  .add(TerminalFields.orZero(one, "commission")),
              currency),
          new Magic(one.maybeWhole("magic").orElse(0L)),
          one.maybeText("comment", LONGEST).orElse(""),
          reason(one.maybeText("reason", LONGEST).orElse("")),
          TerminalFields.time(one, "time"));
    } catch (IllegalArgumentException e) {
      throw one.refuse("ticket", "is of a deal that cannot be: " + e.getMessage());
    }
  }

  private static Deal.Side side(Fields one) {
    // DEAL_TYPE_BUY_CANCELED and DEAL_TYPE_SELL_CANCELED.
    if (one.maybeText("type", LONGEST).orElse("").toUpperCase(Locale.ROOT).endsWith("CANCELED")) {
      return Deal.Side.ANNULLED;
    }
    return one.text("entry", LONGEST).toUpperCase(Locale.ROOT).equals("IN")
        ? Deal.Side.ENTRY
        : Deal.Side.EXIT;
  }

  private static ExitReason reason(String text) {
    return switch (text.toUpperCase(Locale.ROOT)) {
      case "SL" -> ExitReason.STOP_LOSS;
      case "TP" -> ExitReason.TAKE_PROFIT;
      case "SO" -> ExitReason.STOP_OUT;
      default -> ExitReason.OUTSIDE;
    };
  }
}
