package io.bitten.local.market;

import static io.bitten.local.market.SomeMarket.EURUSD;
import static io.bitten.local.market.SomeMarket.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.adapters.calendar.ForexFactory;
import io.bitten.adapters.tradermade.TraderMade;
import io.bitten.core.market.Symbol;
import io.bitten.core.market.Timeframe;
import io.bitten.core.news.NewsEvent;
import io.bitten.local.loopback.LoopbackServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The platform's own adapters read from the simulators what the player knows. */
class VendorsOverHttpTest {
  /** As long as a busy machine needs. */
  static final TraderMade.Patience PATIENT =
      new TraderMade.Patience(Duration.ofMinutes(1), Duration.ofMinutes(1));

  private final AtomicReference<Instant> now =
      new AtomicReference<>(MONDAY.plus(Duration.ofMinutes(300 * 60 + 17)));

  @Test
  void prices_arrive_with_their_true_spread_and_time() {
    MarketPlayer market = SomeMarket.player(4);
    TraderMadeSim sim = new TraderMadeSim(market, now::get, "demo-key");
    try (LoopbackServer server = LoopbackServer.start(0, sim)) {
      TraderMade vendor = new TraderMade(server.uri().resolve("/api/v1"), "demo-key", PATIENT);

      assertThat(vendor.quote(EURUSD)).isEqualTo(market.quote(EURUSD, now.get()));
      assertThatThrownBy(() -> vendor.quote(new Symbol("AUDUSD")))
          .hasMessageContaining("not played");
      for (int hour = 0; hour < 3; hour++) {
        for (Timeframe timeframe : List.of(Timeframe.H1, Timeframe.H4, Timeframe.D1)) {
          assertThat(vendor.closed(EURUSD, timeframe, now.get(), 100))
              .isEqualTo(market.candles(EURUSD, timeframe, now.get(), 100))
              .isNotEmpty();
        }
        now.set(now.get().plus(Duration.ofHours(1)));
      }
      TraderMade stranger = new TraderMade(server.uri().resolve("/api/v1"), "other-key", PATIENT);
      assertThatThrownBy(() -> stranger.quote(EURUSD)).hasMessageContaining("key");
    }
  }

  @Test
  void the_calendar_arrives_whole() {
    CalendarSim sim = new CalendarSim(now::get, 1);
    try (LoopbackServer server = LoopbackServer.start(0, sim)) {
      List<NewsEvent> events =
          new ForexFactory(server.uri().resolve("/ff_calendar_thisweek.json")).fetch();

      assertThat(events).hasSameSizeAs(sim.week(now.get(), 0)).isNotEmpty();
    }
  }
}
