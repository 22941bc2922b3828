package io.bitten.adapters.tradermade;

import io.bitten.adapters.json.Fields;
import io.bitten.core.market.Bar;
import io.bitten.core.market.Candle;
import io.bitten.core.market.Price;
import io.bitten.core.market.Symbol;
import io.bitten.core.market.Timeframe;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One quote of {@code /timeseries}. The vendor gives middle prices; bid and ask then lie half a
 * spread to either side. A source that adds {@code bid_open .. ask_close} has its own sides.
 */
final class CandleJson {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private final Symbol symbol;
  private final Timeframe timeframe;
  private final Supplier<BigDecimal> spread;

  /**
   * @param spread asked for only when a quote has no sides of its own
   */
  CandleJson(Symbol symbol, Timeframe timeframe, Supplier<BigDecimal> spread) {
    this.symbol = symbol;
    this.timeframe = timeframe;
    this.spread = spread;
  }

  /** The candle, or empty when its prices contradict each other: such a candle is not used. */
  Optional<Candle> read(Fields quote) {
    Instant opened = moment(quote);
    try {
      Bar bid =
          quote.has("bid_open") ? sided(quote, "bid_") : shifted(quote, spread.get().negate());
      Bar ask = quote.has("ask_open") ? sided(quote, "ask_") : shifted(quote, spread.get());
      boolean crossed = ask.open().below(bid.open()) || ask.close().below(bid.close());
      return crossed
          ? Optional.empty()
          : Optional.of(new Candle(symbol, timeframe, opened, bid, ask));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static Instant moment(Fields quote) {
    String text = quote.text("date", 40).replace('T', ' ');
    String whole = text.length() == 10 ? text + " 00:00" : text;
    String iso = whole.substring(0, Math.min(10, whole.length())) + "T" + time(whole);
    try {
      return LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw quote.refuse("date", "must be a date, or a date and a time");
    }
  }

  private static String time(String whole) {
    return whole.length() > 11 ? whole.substring(11).replace("Z", "") : "";
  }

  private static Bar sided(Fields quote, String side) {
    return bar(quote, side, BigDecimal.ZERO);
  }

  private static Bar shifted(Fields quote, BigDecimal spread) {
    return bar(quote, "", spread.divide(TWO));
  }

  private static Bar bar(Fields quote, String side, BigDecimal shift) {
    return new Bar(
        price(quote, side + "open", shift),
        price(quote, side + "high", shift),
        price(quote, side + "low", shift),
        price(quote, side + "close", shift));
  }

  private static Price price(Fields quote, String name, BigDecimal shift) {
    return new Price(quote.decimalOrText(name).add(shift));
  }
}
