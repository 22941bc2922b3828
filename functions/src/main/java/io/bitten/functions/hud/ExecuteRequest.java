package io.bitten.functions.hud;

import io.bitten.adapters.json.Fields;
import io.bitten.core.fire.Offer;
import io.bitten.core.market.Direction;
import io.bitten.core.market.Level;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Price;
import io.bitten.core.market.Symbol;
import io.bitten.core.order.Origin;
import io.bitten.core.risk.Ask;
import io.bitten.core.risk.Grade;
import io.bitten.core.risk.Idea;
import io.bitten.core.signal.SignalId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What the HUD may ask to be traded. */
sealed interface ExecuteRequest {
  BigDecimal TOO_MUCH = BigDecimal.TEN.pow(9);
  int MOST_DECIMALS = 10;

  /** What a signal says by itself, or the limits; nothing that is asked for is passed over. */
  List<String> OF_AN_IDEA = List.of("symbol", "direction", "lot_size", "stop_loss", "take_profit");

  record OfSignal(SignalId signal) implements ExecuteRequest {}

  record OfIdea(Idea idea) implements ExecuteRequest {}

  /** Whether this is what the offer was made for. */
  default boolean ledTo(Offer offer) {
    return switch (this) {
      case OfSignal(SignalId signal) -> offer.origin().equals(new Origin.OfSignal(signal));
      case OfIdea(Idea idea) ->
          offer.origin().equals(idea.origin())
              && offer.terms().symbol().equals(idea.symbol())
              && offer.terms().direction() == idea.direction()
              && new Ask.Exactly(offer.terms().lots()).equals(idea.ask())
              && Level.at(offer.terms().stopLoss()).equals(idea.stopLoss())
              && Level.at(offer.terms().takeProfit()).equals(idea.takeProfit());
    };
  }

  /**
   * @throws io.bitten.adapters.json.BadJson naming the field
   */
  static ExecuteRequest of(Fields body) {
    if (body.has("signal_id")) {
      String id = body.text("signal_id", 30);
      if (!id.matches("SIG_[0-9]{8}_[0-9]{3,6}")) {
        throw body.refuse("signal_id", "must look like SIG_20240101_001");
      }
      OF_AN_IDEA.stream()
          .filter(body::has)
          .forEach(
              name -> {
                throw body.refuse(name, "must be left out beside signal_id: the signal says it");
              });
      return new OfSignal(new SignalId(id));
    }
    return new OfIdea(
        new Idea(
            new Origin.OfTrader(),
            symbol(body),
            direction(body),
            level(body, "stop_loss"),
            level(body, "take_profit"),
            new Ask.Exactly(lots(body)),
            new Grade.Unscored()));
  }

  private static Symbol symbol(Fields body) {
    String symbol = body.text("symbol", 20);
    if (!symbol.matches("[A-Z]{6}")) {
      throw body.refuse("symbol", "must be six capital letters, for example EURUSD");
    }
    return new Symbol(symbol);
  }

  private static Direction direction(Fields body) {
    return switch (body.text("direction", 10)) {
      case "BUY" -> Direction.BUY;
      case "SELL" -> Direction.SELL;
      default -> throw body.refuse("direction", "must be BUY or SELL");
    };
  }

  private static Lots lots(Fields body) {
    BigDecimal lots = body.decimal("lot_size");
    if (lots.signum() <= 0 || lots.compareTo(BigDecimal.TEN) > 0 || !storable(lots)) {
      throw body.refuse("lot_size", "must be more than 0 and at most 10, with at most 10 decimals");
    }
    return new Lots(lots);
  }

  private static boolean storable(BigDecimal number) {
    return number.compareTo(TOO_MUCH) < 0 && number.stripTrailingZeros().scale() <= MOST_DECIMALS;
  }

  private static Level level(Fields body, String name) {
    Optional<BigDecimal> price = body.maybeDecimal(name);
    if (price.isPresent() && (price.get().signum() <= 0 || !storable(price.get()))) {
      throw body.refuse(name, "must be more than 0 and less than 10^9, with at most 10 decimals");
    }
    return price.map(Price::new).map(Level::at).orElseGet(Level::absent);
  }
}
