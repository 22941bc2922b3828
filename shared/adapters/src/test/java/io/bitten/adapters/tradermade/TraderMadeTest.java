package io.bitten.adapters.tradermade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.adapters.http.Site;
import io.bitten.adapters.http.SourceUnavailable;
import io.bitten.adapters.tradermade.TraderMade.Patience;
import io.bitten.core.market.Candle;
import io.bitten.core.market.Price;
import io.bitten.core.market.Quote;
import io.bitten.core.market.Symbol;
import io.bitten.core.market.Timeframe;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class TraderMadeTest {
  private static final Symbol EURUSD = new Symbol("EURUSD");
  private static final String KEY = "not-a-real-key";
  private static final Instant NOW = Instant.parse("2024-04-01T10:20:00Z");
  private static final Duration LONG = Duration.ofSeconds(60);

  private static TraderMade market(Site site) {
    return new TraderMade(site.address("/api/v1"), KEY, new Patience(LONG, LONG));
  }

  private static Site vendor() throws IOException {
    return new Site(new Vendor(NOW));
  }

  private static Site answering(int status, String body) throws IOException {
    Function<Site.Asked, Site.Reply> always = asked -> new Site.Reply(status, body);
    return new Site(always);
  }

  private static long calls(Site site, String path) {
    return site.asked().stream().filter(asked -> asked.path().endsWith(path)).count();
  }

  @Test
  void a_long_history_is_read_month_by_month_without_a_hole_and_without_the_open_candle()
      throws IOException {
    try (Site site = vendor()) {
      List<Candle> candles = market(site).closed(EURUSD, Timeframe.H1, NOW, 2_000);

      assertThat(candles).hasSize(2_000);
      assertThat(candles.getLast().closeTime()).isEqualTo(Instant.parse("2024-04-01T10:00:00Z"));
      for (int i = 1; i < candles.size(); i++) {
        assertThat(candles.get(i).openTime()).isEqualTo(candles.get(i - 1).closeTime());
      }
      assertThat(calls(site, "/timeseries")).isEqualTo(3);
    }
  }

  @Test
  void middle_prices_get_the_live_spread() throws IOException {
    try (Site site = vendor()) {
      Candle candle = market(site).closed(EURUSD, Timeframe.H1, NOW, 1).getFirst();

      assertThat(candle.ask().close().distanceTo(candle.bid().close()))
          .isEqualByComparingTo("0.00010");
      assertThat(candle.bid().open().plus(new BigDecimal("0.00005")))
          .isEqualTo(Price.of("1.12193"));
    }
  }

  @Test
  void what_is_known_is_not_read_again_and_the_next_hour_costs_one_call() throws IOException {
    try (Site site = vendor()) {
      TraderMade market = market(site);
      Instant before = NOW.minus(Duration.ofHours(1));
      List<Candle> first = market.closed(EURUSD, Timeframe.H1, before, 500);
      long calls = calls(site, "/timeseries");
      market.closed(EURUSD, Timeframe.H1, before.plusSeconds(60), 500);
      assertThat(calls(site, "/timeseries")).isEqualTo(calls);

      List<Candle> next = market.closed(EURUSD, Timeframe.H1, NOW, 500);

      assertThat(calls(site, "/timeseries")).isEqualTo(calls + 1);
      assertThat(next.subList(0, 499)).isEqualTo(first.subList(1, 500));
      assertThat(next.getFirst()).isSameAs(first.get(1));
    }
  }

  @Test
  void an_earlier_moment_never_sees_what_closed_later() throws IOException {
    try (Site site = vendor()) {
      TraderMade market = market(site);
      market.closed(EURUSD, Timeframe.H1, NOW, 100);
      Instant earlier = NOW.minus(Duration.ofHours(30));

      List<Candle> candles = market.closed(EURUSD, Timeframe.H1, earlier, 50);

      assertThat(candles).hasSize(50);
      assertThat(candles.getLast().closeTime()).isEqualTo(Instant.parse("2024-03-31T04:00:00Z"));
    }
  }

  @Test
  void the_beginning_of_all_data_ends_the_reading() throws IOException {
    try (Site site = vendor()) {
      List<Candle> candles = market(site).closed(EURUSD, Timeframe.H1, NOW, 50_000);

      assertThat(candles.getFirst().openTime()).isEqualTo(Vendor.FIRST);
      assertThat(calls(site, "/timeseries")).isLessThan(10);
    }
  }

  @Test
  void true_sides_are_used_where_the_source_has_them_and_impossible_candles_are_not()
      throws IOException {
    String sided =
        """
        {"quotes":[
        {"date":"2024-04-01 08:00:00","open":1,"high":1,"low":1,"close":1,
         "bid_open":"1.1","bid_high":"1.3","bid_low":"1.0","bid_close":"1.2",
         "ask_open":"1.2","ask_high":"1.4","ask_low":"1.1","ask_close":"1.3"},
        {"date":"2024-04-01 09:00:00","open":1,"high":1,"low":1,"close":1,
         "bid_open":"1.2","bid_high":"1.3","bid_low":"1.0","bid_close":"1.2",
         "ask_open":"1.1","ask_high":"1.4","ask_low":"1.1","ask_close":"1.3"}]}
        """;
    try (Site site = answering(200, sided)) {
      List<Candle> candles = market(site).closed(EURUSD, Timeframe.H1, NOW, 2);

      assertThat(candles).hasSize(1);
      assertThat(candles.getFirst().ask().high()).isEqualTo(Price.of("1.4"));
      assertThat(calls(site, "/live")).isZero();
    }
  }

  @Test
  void a_quote_has_the_vendors_time() throws IOException {
    try (Site site = vendor()) {
      assertThat(market(site).quote(EURUSD))
          .contains(new Quote(EURUSD, Price.of("1.10000"), Price.of("1.10010"), NOW));
    }
  }

  @Test
  void a_closed_market_is_no_quote_and_no_data_no_candle() throws IOException {
    try (Site closed = answering(403, "");
        Site empty = answering(204, "")) {
      assertThat(market(closed).quote(EURUSD)).isEmpty();
      assertThat(market(empty).closed(EURUSD, Timeframe.H1, NOW, 10)).isEmpty();
    }
  }

  @Test
  void refusals_and_nonsense_are_named_without_the_key() throws IOException {
    String echo = "{\"error\":400,\"message\":\"no access with " + KEY + "\"}";
    for (Site.Reply reply :
        List.of(
            new Site.Reply(401, echo),
            new Site.Reply(200, echo),
            new Site.Reply(500, ""),
            new Site.Reply(429, ""),
            new Site.Reply(200, "<html>"),
            new Site.Reply(200, "{\"quotes\":[{}],\"timestamp\":1}"))) {
      try (Site site = answering(reply.status(), reply.body())) {
        assertThatThrownBy(() -> market(site).quote(EURUSD))
            .isInstanceOf(SourceUnavailable.class)
            .satisfies(e -> assertThat(log(e)).doesNotContain(KEY));
      }
    }
  }

  /** Who waited for the candles would find them given up. */
  @Test
  void a_quote_of_a_source_that_hangs_is_given_up_while_candles_are_still_read() throws Exception {
    Patience patience = new Patience(LONG, Duration.ofMillis(50));
    try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor();
        ServerSocket hangs = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      URI address = URI.create("http://127.0.0.1:" + hangs.getLocalPort() + "/api/v1");
      TraderMade market = new TraderMade(address, KEY, patience);
      Future<?> candles = other.submit(() -> market.closed(EURUSD, Timeframe.H1, NOW, 1));
      try (Socket reading = hangs.accept()) {
        assertThat(reading.isConnected()).isTrue();
        assertThatThrownBy(() -> market.quote(EURUSD)).isInstanceOf(SourceUnavailable.class);
        assertThat(candles).isNotDone();
      }
    }
  }

  @Test
  void a_quote_is_given_up_within_seconds() {
    Duration connectAndOneWait = Patience.USUAL.live().multipliedBy(2);

    assertThat(connectAndOneWait).isLessThanOrEqualTo(Duration.ofSeconds(3));
  }

  private static String log(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
