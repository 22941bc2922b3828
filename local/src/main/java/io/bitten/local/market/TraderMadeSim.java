package io.bitten.local.market;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bitten.core.market.Candle;
import io.bitten.core.market.Price;
import io.bitten.core.market.Quote;
import io.bitten.core.market.Symbol;
import io.bitten.core.market.Timeframe;
import io.bitten.core.market.TradingWeek;
import io.bitten.local.loopback.Answer;
import io.bitten.local.loopback.Call;
import io.bitten.local.loopback.Endpoint;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A simulated TraderMade REST service over a played market: {@code /api/v1/live}, {@code
 * /timeseries}, {@code /hour_historical} and {@code /minute_historical} in the vendor's shapes,
 * numbers and strings mixed as it does. The vendor gives middle prices only and no age of a quote;
 * the fields {@code bid_open .. ask_close}, {@code quote_time} and {@code simulated} are the
 * simulator's own. Candles are closed ones only.
 */
public final class TraderMadeSim implements Endpoint {
  private static final String PREFIX = "/api/v1/";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  static final DateTimeFormatter CANDLE_DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final MarketPlayer market;
  private final InstantSource time;
  private final byte[] apiKey;

  public TraderMadeSim(MarketPlayer market, InstantSource time, String apiKey) {
    this.market = market;
    this.time = time;
    this.apiKey = apiKey.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Answer answer(Call call) {
    if (!call.method().equals("GET")) {
      return refusal(405, "only GET is answered");
    }
    byte[] key = call.parameter("api_key").orElse("").getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(key, apiKey)) {
      return refusal(401, "api_key is missing or not known");
    }
    Instant now = time.instant();
    try {
      return switch (call.path()) {
        case PREFIX + "live" -> live(call, now);
        case PREFIX + "timeseries" -> timeseries(SeriesQuery.of(call), now);
        case PREFIX + "hour_historical" -> historical(call, Timeframe.H1, now);
        case PREFIX + "minute_historical" -> historical(call, Timeframe.M1, now);
        default -> refusal(404, "there is no " + call.path());
      };
    } catch (BadParameter e) {
      return refusal(400, e.getMessage());
    }
  }

  private Answer live(Call call, Instant now) {
    String[] currencies = SeriesQuery.required(call, "currency").split(",", SeriesQuery.MAX_LIST);
    ObjectNode answer = JSON.objectNode().put("endpoint", "live");
    ArrayNode quotes = answer.putArray("quotes");
    int known = 0;
    for (String code : currencies) {
      Optional<Quote> quote = SeriesQuery.symbol(code).flatMap(symbol -> market.quote(symbol, now));
      if (quote.isPresent()) {
        known++;
        quotes.add(quote(quote.get()));
      } else {
        quotes
            .addObject()
            .put("instrument", code)
            .put("error", 400)
            .put("message", "this instrument is not played");
      }
    }
    if (known == 0) {
      return unknownInstrument(SeriesQuery.required(call, "currency"));
    }
    answer
        .put(
            "requested_time",
            DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)))
        .put("timestamp", now.getEpochSecond())
        .put("simulated", true);
    return Answer.json(200, answer);
  }

  private static ObjectNode quote(Quote quote) {
    ObjectNode node = pair(JSON.objectNode(), quote.symbol());
    node.put("bid", quote.bid().value()).put("ask", quote.ask().value().toPlainString());
    node.put("mid", middle(quote.bid(), quote.ask()));
    return node.put("quote_time", quote.at().toString());
  }

  private Answer timeseries(SeriesQuery query, Instant now) {
    if (!market.symbols().contains(query.symbol())) {
      return unknownInstrument(query.symbol().code());
    }
    List<Candle> candles = query.candles(market, now);
    if (candles.isEmpty()) {
      return new Answer.Reply(204, "");
    }
    ObjectNode answer = pair(JSON.objectNode(), query.symbol());
    answer.put("endpoint", "timeseries").put("start_date", CANDLE_DATE.format(query.start()));
    answer.put("end_date", CANDLE_DATE.format(query.end())).put("simulated", true);
    ArrayNode quotes = answer.putArray("quotes");
    candles.forEach(candle -> quotes.add(candle(candle)));
    return Answer.json(200, answer.put("request_time", now.toString()));
  }

  private Answer historical(Call call, Timeframe timeframe, Instant now) {
    Symbol symbol = SeriesQuery.requiredSymbol(call);
    Instant opened = SeriesQuery.moment(call, "date_time");
    if (!market.symbols().contains(symbol)) {
      return unknownInstrument(symbol.code());
    }
    if (!TradingWeek.isOpen(opened)) {
      return refusal(403, "the market was closed at " + opened);
    }
    Instant closes = opened.plus(timeframe.length());
    if (closes.isAfter(now)) {
      return new Answer.Reply(204, "");
    }
    return market.candles(symbol, timeframe, closes, 1).stream()
        .filter(candle -> candle.openTime().equals(opened))
        .findFirst()
        .map(
            candle ->
                Answer.json(
                    200,
                    candle(candle)
                        .put("currency", symbol.code())
                        .put("date_time", SeriesQuery.required(call, "date_time"))
                        .put("endpoint", call.path().substring(PREFIX.length()))
                        .put("request_time", now.toString())
                        .put("simulated", true)))
        .orElseGet(() -> new Answer.Reply(204, ""));
  }

  private static ObjectNode candle(Candle candle) {
    ObjectNode node = JSON.objectNode();
    node.put("date", CANDLE_DATE.format(candle.openTime()));
    node.put("open", middle(candle.bid().open(), candle.ask().open()));
    node.put("high", middle(candle.bid().high(), candle.ask().high()).toPlainString());
    node.put("low", middle(candle.bid().low(), candle.ask().low()).toPlainString());
    node.put("close", middle(candle.bid().close(), candle.ask().close()));
    node.put("bid_open", candle.bid().open().toString());
    node.put("bid_high", candle.bid().high().toString());
    node.put("bid_low", candle.bid().low().toString());
    node.put("bid_close", candle.bid().close().toString());
    node.put("ask_open", candle.ask().open().toString());
    node.put("ask_high", candle.ask().high().toString());
    node.put("ask_low", candle.ask().low().toString());
    return node.put("ask_close", candle.ask().close().toString());
  }

  private static ObjectNode pair(ObjectNode node, Symbol symbol) {
    return node.put("base_currency", symbol.base().code())
        .put("quote_currency", symbol.quote().code());
  }

  private static BigDecimal middle(Price bid, Price ask) {
    return bid.value().add(ask.value()).divide(BigDecimal.valueOf(2));
  }

  private static Answer unknownInstrument(String code) {
    return Answer.json(
        200,
        JSON.objectNode()
            .put("error", 400)
            .put("message", "this instrument is not played: " + code)
            .put("simulated", true));
  }

  private static Answer refusal(int status, String message) {
    return Answer.json(
        status,
        JSON.objectNode().put("error", status).put("message", message).put("simulated", true));
  }
}
