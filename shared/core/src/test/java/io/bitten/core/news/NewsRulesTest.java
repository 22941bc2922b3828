package io.bitten.core.news;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.market.Currency;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NewsRulesTest {
  private static final Instant NOW = Some.NOW;
  private static final NewsRules RULES =
      new NewsRules(
          Duration.ofMinutes(15),
          Duration.ofMinutes(15),
          Duration.ofMinutes(3),
          Duration.ofHours(6));

  private static NewsEvent event(String currency, Impact impact, long inSeconds) {
    return new NewsEvent(
        "CPI m/m", new Currency(currency), impact, NOW.plusSeconds(inSeconds), "", "", "");
  }

  private static Outlook outlook(Instant fetchedAt, NewsEvent... events) {
    return RULES.outlook(
        Optional.of(new NewsCalendar(fetchedAt, List.of(events))), Some.EURUSD, NOW);
  }

  private static Outlook outlook(NewsEvent... events) {
    return outlook(NOW, events);
  }

  @Test
  void both_edges_of_the_blackout_are_inside_it() {
    NewsEvent before = event("USD", Impact.HIGH, 900);
    NewsEvent after = event("EUR", Impact.HIGH, -900);

    assertThat(outlook(before)).isEqualTo(new Outlook.Blackout(before));
    assertThat(outlook(after)).isEqualTo(new Outlook.Blackout(after));
    assertThat(outlook(event("EUR", Impact.HIGH, -901))).isEqualTo(new Outlook.Calm());
  }

  @Test
  void what_comes_while_a_signal_would_live_is_mentioned() {
    NewsEvent soon = event("USD", Impact.HIGH, 901);

    assertThat(outlook(soon)).isEqualTo(new Outlook.Ahead(soon));
    assertThat(outlook(event("USD", Impact.HIGH, 1_081))).isEqualTo(new Outlook.Calm());
  }

  @Test
  void another_currency_is_none_of_its_business_and_all_is_everyones() {
    NewsEvent everyone = event("ALL", Impact.HIGH, 0);

    assertThat(outlook(event("JPY", Impact.HIGH, 0))).isEqualTo(new Outlook.Calm());
    assertThat(outlook(everyone)).isEqualTo(new Outlook.Blackout(everyone));
  }

  @Test
  void medium_impact_and_holidays_unsettle() {
    NewsEvent medium = event("USD", Impact.MEDIUM, 60);
    NewsEvent holiday = event("EUR", Impact.HOLIDAY, -3_600 * 20);

    assertThat(outlook(medium)).isEqualTo(new Outlook.Uneasy(medium));
    assertThat(outlook(holiday)).isEqualTo(new Outlook.Uneasy(holiday));
    assertThat(outlook(event("USD", Impact.LOW, 0))).isEqualTo(new Outlook.Calm());
  }

  @Test
  void an_old_calendar_still_blocks_but_its_silence_is_not_calm() {
    Instant old = NOW.minus(Duration.ofHours(7));
    NewsEvent near = event("USD", Impact.HIGH, 60);

    assertThat(outlook(old, near)).isEqualTo(new Outlook.Blackout(near));
    assertThat(outlook(old)).isEqualTo(new Outlook.Unknown("The news calendar is 7 hours old."));
    assertThat(RULES.outlook(Optional.empty(), Some.EURUSD, NOW))
        .isInstanceOf(Outlook.Unknown.class);
  }
}
