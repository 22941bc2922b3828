package io.bitten.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.market.Currency;
import io.bitten.core.news.Impact;
import io.bitten.core.news.NewsEvent;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NewsLockoutTest {

  @ParameterizedTest
  @CsvSource({
    "2024-01-02T10:15:00Z, true",
    "2024-01-02T10:15:01Z, false",
    "2024-01-02T09:45:00Z, true",
    "2024-01-02T09:44:59Z, false",
  })
  void news_locks_a_quarter_of_an_hour_on_both_sides_ends_included(Instant event, boolean locks) {
    var news = new NewsEvent("CPI", Some.EURUSD.quote(), Impact.HIGH, event, "", "", "");
    assertThat(SomeRisk.passing().withNews(news).code()).isEqualTo(locks ? "NEWS_LOCKOUT" : "");
  }

  @Test
  void where_lockouts_follow_each_other_the_wait_is_until_the_last_of_them_ends() {
    SomeRisk facts =
        SomeRisk.passing()
            .withNews(cpi("10:40:01"), cpi("10:05:00"), cpi("10:30:00"), cpi("11:40:00"));
    assertThat(((RiskDecision.Refused) facts.decide()).refusal().remedy())
        .isEqualTo(new Remedy.Wait(Instant.parse("2024-01-02T10:55:02Z")));
  }

  private static NewsEvent cpi(String at) {
    Instant moment = Instant.parse("2024-01-02T" + at + "Z");
    return new NewsEvent("CPI", Some.EURUSD.quote(), Impact.HIGH, moment, "", "", "");
  }

  @Test
  void news_of_another_currency_or_of_less_impact_does_not_lock() {
    var yen = new Currency("JPY");
    var high = Impact.HIGH;
    var medium = Impact.MEDIUM;
    SomeRisk facts =
        SomeRisk.passing()
            .withNews(
                new NewsEvent("BoJ", yen, high, Some.NOW, "", "", ""),
                new NewsEvent("PMI", Some.EURUSD.base(), medium, Some.NOW, "", "", ""));
    assertThat(facts.code()).isEmpty();
  }
}
