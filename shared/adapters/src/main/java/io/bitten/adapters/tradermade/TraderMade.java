package io.bitten.adapters.tradermade;

import io.bitten.adapters.http.SourceUnavailable;
import io.bitten.adapters.json.BadJson;
import io.bitten.adapters.json.Fields;
import io.bitten.core.market.Candle;
import io.bitten.core.market.Market;
import io.bitten.core.market.Price;
import io.bitten.core.market.Quote;
import io.bitten.core.market.Symbol;
import io.bitten.core.market.Timeframe;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * TraderMade's {@code /live} and {@code /timeseries} (vendor's API version 1). A closed candle is
 * read once; a later call reads only what closed since. Middle prices get the spread of the last
 * live quote.
 */
public final class TraderMade implements Market {
  private static final int MOST_PAGES = 80;
  private static final int MOST_QUOTES = 5_000;

  private final Rest history;
  private final Rest live;
  private final Map<Key, KnownCandles> known = new HashMap<>();
  private final Map<Symbol, BigDecimal> spreads = new ConcurrentHashMap<>();

  private record Key(Symbol symbol, Timeframe timeframe) {}

  /**
   * How long a connect, and each wait for bytes, may take.
   *
   * @param history of a page of candles
   * @param live of a quote
   */
  public record Patience(Duration history, Duration live) {
    /** A quote ends within three seconds: a person waits for it, and an older one is no use. */
    public static final Patience USUAL =
        new Patience(Duration.ofSeconds(10), Duration.ofMillis(1_500));
  }

  /**
   * @param address up to and including {@code /api/v1}
   * @param key the account's key; told to the vendor only
   */
  public TraderMade(URI address, String key) {
    this(address, key, Patience.USUAL);
  }

  /** The same that waits longer or shorter. */
  public TraderMade(URI address, String key, Patience patience) {
    this.history = new Rest(address, key, patience.history());
    this.live = new Rest(address, key, patience.live());
  }

  /** Only candles that had closed at {@code until}; reads at most {@value #MOST_PAGES} pages. */
  @Override
  public synchronized List<Candle> closed(
      Symbol symbol, Timeframe timeframe, Instant until, int count) {
    Pages pages = new Pages(symbol, timeframe);
    Instant end = floor(until, timeframe.length());
    KnownCandles candles =
        known.compute(
            new Key(symbol, timeframe),
            (its, kept) -> usable(kept, end, pages) ? kept : new KnownCandles(end));
    forward(candles, pages, end);
    backward(candles, pages, end, count);
    return candles.last(until, count);
  }

  /** Knowledge far behind or wholly ahead of the moment is not continued. */
  private static boolean usable(KnownCandles kept, Instant end, Pages pages) {
    return kept != null
        && !end.isBefore(kept.from())
        && Duration.between(kept.until(), end).compareTo(pages.length().multipliedBy(4)) < 0;
  }

  private static void forward(KnownCandles candles, Pages pages, Instant end) {
    Instant from = candles.newestClose();
    while (from.isBefore(end)) {
      Instant to = earlier(from.plus(pages.length()), end);
      candles.addAfter(to, pages.read(from, to));
      from = to;
    }
  }

  private static void backward(KnownCandles candles, Pages pages, Instant end, int count) {
    int empty = 0;
    for (int i = 0; i < MOST_PAGES && empty < 3 && candles.count(end) < count; i++) {
      Instant to = candles.from();
      Instant from = to.minus(pages.length());
      List<Candle> page = pages.read(from, to);
      candles.addBefore(from, page);
      empty = page.isEmpty() ? empty + 1 : 0;
    }
  }

  /** Waits twice its patience at most for an answer, and for no candles that are being read. */
  @Override
  public Optional<Quote> quote(Symbol symbol) {
    Optional<Fields> answer = live.get("/live", Map.of("currency", symbol.code()));
    Optional<Quote> quote = answer.flatMap(found -> live(found, symbol));
    quote.ifPresent(found -> spreads.put(symbol, found.spread()));
    return quote;
  }

  private static Optional<Quote> live(Fields answer, Symbol symbol) {
    try {
      Instant stamp = Instant.ofEpochSecond(answer.whole("timestamp"));
      for (Fields quote : answer.objects("quotes", MOST_QUOTES)) {
        if (!quote.has("error") && names(quote, symbol)) {
          Instant at = quote.maybeText("quote_time", 40).map(Instant::parse).orElse(stamp);
          Price bid = new Price(quote.decimalOrText("bid"));
          return Optional.of(new Quote(symbol, bid, new Price(quote.decimalOrText("ask")), at));
        }
      }
      return Optional.empty();
    } catch (BadJson | DateTimeException | IllegalArgumentException e) {
      throw new SourceUnavailable("/live answered no usable quote of " + symbol, e);
    }
  }

  private static boolean names(Fields quote, Symbol symbol) {
    String pair =
        quote.has("instrument")
            ? quote.text("instrument", 40)
            : quote.text("base_currency", 40) + quote.text("quote_currency", 40);
    return pair.equals(symbol.code());
  }

  private static Instant floor(Instant moment, Duration length) {
    long seconds = length.toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(moment.getEpochSecond(), seconds) * seconds);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** The stretches of one pair's candles. */
  private final class Pages {
    private final Symbol symbol;
    private final Timeframe timeframe;
    private final Interval interval;

    Pages(Symbol symbol, Timeframe timeframe) {
      this.symbol = symbol;
      this.timeframe = timeframe;
      this.interval = Interval.of(timeframe);
    }

    Duration length() {
      return interval.page();
    }

    /** The candles that opened at or after the one moment and closed at or before the other. */
    List<Candle> read(Instant from, Instant to) {
      Map<String, String> parameters =
          Map.of(
              "currency", symbol.code(),
              "interval", interval.interval(),
              "period", Integer.toString(interval.period()),
              "format", "records",
              "start_date", interval.date(from),
              "end_date", interval.date(to));
      return history
          .get("/timeseries", parameters)
          .map(answer -> candles(answer, from, to))
          .orElse(List.of());
    }

    private List<Candle> candles(Fields answer, Instant from, Instant to) {
      CandleJson json = new CandleJson(symbol, timeframe, this::spread);
      try {
        return answer.objects("quotes", MOST_QUOTES).stream()
            .flatMap(quote -> json.read(quote).stream())
            .filter(candle -> !candle.openTime().isBefore(from))
            .filter(candle -> !candle.closeTime().isAfter(to))
            .toList();
      } catch (BadJson e) {
        throw new SourceUnavailable("/timeseries answered no usable candles of " + symbol, e);
      }
    }

    private BigDecimal spread() {
      if (!spreads.containsKey(symbol)) {
        quote(symbol);
      }
      return Optional.ofNullable(spreads.get(symbol))
          .orElseThrow(() -> new SourceUnavailable("no live quote tells the spread of " + symbol));
    }
  }
}
