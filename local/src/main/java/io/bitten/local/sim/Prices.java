package io.bitten.local.sim;

import io.bitten.core.account.Position;
import io.bitten.core.market.Direction;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Price;
import io.bitten.core.market.Quote;
import io.bitten.core.market.Symbol;
import io.bitten.core.market.SymbolSpec;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Three pairs that wander, in points; now and then the market closes and opens elsewhere. */
final class Prices {
  static final List<Symbol> SYMBOLS =
      List.of(new Symbol("EURUSD"), new Symbol("GBPUSD"), new Symbol("USDJPY"));

  private static final Map<Symbol, SymbolSpec> SPECS =
      Map.of(
          SYMBOLS.get(0), spec(SYMBOLS.get(0), 5, "1.00"),
          SYMBOLS.get(1), spec(SYMBOLS.get(1), 5, "1.00"),
          SYMBOLS.get(2), spec(SYMBOLS.get(2), 3, "0.66"));

  private static final long[] STARTS = {110_000, 127_000, 150_000};
  private static final int SPREAD = 8;
  private static final int STEP = 6;
  private static final int GAP = 600;

  private final Timeline time;
  private final Faults faults;
  private final Map<Symbol, Long> bids = new LinkedHashMap<>();
  private Map<Symbol, Quote> quotes = Map.of();
  private Instant quotedAt = Instant.EPOCH;
  private long closedUntil;

  Prices(Timeline time, Faults faults) {
    this.time = time;
    this.faults = faults;
    for (int i = 0; i < STARTS.length; i++) {
      bids.put(SYMBOLS.get(i), STARTS[i]);
    }
    quote();
  }

  private static SymbolSpec spec(Symbol symbol, int digits, String tickValue) {
    return new SymbolSpec(
        symbol,
        symbol.code() + ".x",
        digits,
        BigDecimal.valueOf(100_000),
        BigDecimal.ONE.scaleByPowerOfTen(-digits),
        new BigDecimal(tickValue),
        Lots.of("0.01"),
        Lots.of("0.01"),
        Lots.of("50"),
        10);
  }

  /** One second of the market. */
  void step() {
    if (faults.hit(Fault.WEEKEND)) {
      closedUntil = time.now() + faults.between(2_000, 12_000);
      faults.trouble(closedUntil - time.now());
      bids.replaceAll((symbol, bid) -> bid + faults.between(-GAP, GAP));
    }
    if (open()) {
      bids.replaceAll((symbol, bid) -> bid + faults.between(-STEP, STEP));
      quote();
    }
  }

  boolean open() {
    return time.now() >= closedUntil;
  }

  private void quote() {
    quotedAt = time.instant();
    Map<Symbol, Quote> next = new HashMap<>();
    bids.forEach(
        (symbol, bid) ->
            next.put(
                symbol,
                new Quote(symbol, price(symbol, bid), price(symbol, bid + SPREAD), quotedAt)));
    quotes = Map.copyOf(next);
  }

  Map<Symbol, Quote> quotes() {
    return quotes;
  }

  Map<Symbol, SymbolSpec> specs() {
    return SPECS;
  }

  Price entry(Symbol symbol, Direction direction) {
    return quotes.get(symbol).entry(direction);
  }

  Price exit(Symbol symbol, Direction direction) {
    return quotes.get(symbol).exit(direction);
  }

  /** So many points on the winning side of a price; a loss is negative. */
  static Price beyond(Symbol symbol, Direction direction, Price price, long points) {
    BigDecimal distance = BigDecimal.valueOf(points, SPECS.get(symbol).digits());
    return price.plus(
        switch (direction) {
          case BUY -> distance;
          case SELL -> distance.negate();
        });
  }

  /** What a position is worth at a price, in account currency. */
  static BigDecimal worth(Position position, Price at) {
    SymbolSpec spec = SPECS.get(position.symbol());
    BigDecimal up = at.value().subtract(position.openPrice().value());
    BigDecimal way =
        switch (position.direction()) {
          case BUY -> up;
          case SELL -> up.negate();
        };
    return way.scaleByPowerOfTen(spec.digits())
        .multiply(position.lots().value())
        .multiply(spec.tickValue())
        .setScale(2, RoundingMode.HALF_UP);
  }

  private static Price price(Symbol symbol, long points) {
    return new Price(BigDecimal.valueOf(points, SPECS.get(symbol).digits()));
  }
}
