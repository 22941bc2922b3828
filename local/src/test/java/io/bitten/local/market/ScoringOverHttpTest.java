package io.bitten.local.market;

import static io.bitten.local.market.SomeMarket.EURUSD;
import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.adapters.calendar.ForexFactory;
import io.bitten.adapters.config.RulebookFile;
import io.bitten.adapters.ta4j.Ta4jIndicators;
import io.bitten.adapters.tradermade.TraderMade;
import io.bitten.core.Rulebook;
import io.bitten.core.World;
import io.bitten.core.market.Timeframe;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.core.news.NewsDesk;
import io.bitten.core.signal.LedgerVerifier;
import io.bitten.core.signal.ScoreDesk;
import io.bitten.core.signal.Scoring;
import io.bitten.core.signal.Verification;
import io.bitten.local.loopback.LoopbackServer;
import io.bitten.local.market.Generator.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A generated market scored through the platform's own adapters, hour by hour. */
class ScoringOverHttpTest {
  private static final Instant START = Instant.parse("2023-01-02T00:00:00Z");
  private static final int HOURS = 150;

  private final Rulebook rules = rulebook();
  private final MarketPlayer market =
      new MarketPlayer(
          Generator.market(
              new Stretch(START, Timeframe.H1, rules.signals().history() + HOURS + 10), 9),
          9);
  private final ManualTime time =
      new ManualTime(market.startAfter(rules.signals().history()).plusSeconds(2));
  private final MemoryWorld memory = MemoryWorld.on(time);

  @Test
  void hours_become_signals_and_each_stands_in_an_intact_ledger() {
    List<Scoring> announced = new ArrayList<>();
    TraderMadeSim prices = new TraderMadeSim(market, time, "demo-key");
    CalendarSim calendar = new CalendarSim(time, 9);
    try (LoopbackServer vendor = LoopbackServer.start(0, prices);
        LoopbackServer news = LoopbackServer.start(0, calendar)) {
      World world = world(vendor, news);
      NewsDesk newsDesk = new NewsDesk(world, NewsDesk.NOTICE);
      ScoreDesk scoreDesk = new ScoreDesk(world, rules);
      for (int hour = 0; hour < HOURS; hour++) {
        newsDesk.step();
        scoreDesk.step().stream()
            .filter(Scoring.Announced.class::isInstance)
            .forEach(announced::add);
        time.advance(Duration.ofHours(1));
      }
    }

    assertThat(announced).hasSizeBetween(2, 40);
    assertThat(LedgerVerifier.verify(memory.ledger(), List.of()))
        .isEqualTo(new Verification.Intact(memory.ledger().head()));
    assertThat(memory.ledger().head().seq()).isEqualTo(announced.size());
  }

  private static Rulebook rulebook() {
    Rulebook all = RulebookFile.packaged();
    return all.with(all.signals().only(Set.of(EURUSD)));
  }

  private World world(LoopbackServer vendor, LoopbackServer news) {
    World world = memory.world();
    return new World(
        world.time(),
        world.nonces(),
        new TraderMade(vendor.uri().resolve("/api/v1"), "demo-key", VendorsOverHttpTest.PATIENT),
        new Ta4jIndicators(),
        new ForexFactory(news.uri().resolve("/ff_calendar_thisweek.json")),
        world.calendars(),
        world.ledger(),
        world.traders(),
        world.bills(),
        world.accounts(),
        world.offers(),
        world.orders(),
        world.riskBooks(),
        world.relays(),
        world.halts(),
        world.leases(),
        world.closeWishes(),
        world.orphans(),
        world.inbox(),
        world.shownCards(),
        world.dossiers(),
        world.messenger(),
        world.queues(),
        world.events());
  }
}
