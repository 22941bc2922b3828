package io.bitten.adapters.farm;

import io.bitten.adapters.json.BadJson;
import io.bitten.adapters.json.Fields;
import io.bitten.adapters.terminal.BrokerClock;
import io.bitten.adapters.terminal.SymbolNames;
import io.bitten.adapters.terminal.TerminalFields;
import io.bitten.core.market.Currency;
import io.bitten.core.market.Symbol;
import io.bitten.core.relay.Deal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Deals from a farm's history. Throws {@link BadJson} on a list that is not complete, or whose
 * times nobody can read yet: a result would be booked on a day to come.
 */
final class FarmHistory {
  private static final int MAX_DEALS = 5_000;
  private static final int LONGEST = 200;
  private static final String TIME = "time";

  private final String broker;
  private final SymbolNames names;
  private final BrokerClock clock;

  FarmHistory(String broker, SymbolNames names, BrokerClock clock) {
    this.broker = broker;
    this.names = names;
    this.clock = clock;
  }

  List<Deal> deals(Fields answer, Currency currency) {
    if (!answer.flag("complete")) {
      throw answer.refuse("complete", "is false");
    }
    List<Deal> deals = new ArrayList<>();
    for (Fields one : answer.objects("deals", MAX_DEALS)) {
      Optional<Symbol> symbol = one.maybeText("symbol", LONGEST).flatMap(names::symbol);
      if (symbol.isPresent() && one.maybeText("broker", LONGEST).orElse(broker).equals(broker)) {
        if (!clock.known() && !TerminalFields.zoned(one, TIME)) {
          throw one.refuse(TIME, "is of the broker's clock, which is not known yet");
        }
        deals.add(
            TerminalFields.deal(one, symbol.get(), new TerminalFields.Reader(currency, clock)));
      }
    }
    return deals;
  }
}
