package io.bitten.core.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.account.Money;
import io.bitten.core.fire.Offer;
import io.bitten.core.market.Level;
import io.bitten.core.market.Price;
import io.bitten.core.market.Symbol;
import io.bitten.core.order.Exit;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.Fill;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.Terms;
import io.bitten.core.signal.Odds;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers that cards write out, where rounding or a scale could make them untrue. */
final class NumbersInWordsTest {

  @Test
  void odds_in_whole_percents_are_never_kinder_than_the_tenths_they_come_from() {
    Odds tight =
        new Odds.Measured(
            2_017,
            787,
            new BigDecimal("37.5"),
            new BigDecimal("41.5"),
            new BigDecimal("39.5"),
            new BigDecimal("-0.010"));
    assertThat(SignalCards.odds(tight).toString())
        .isEqualTo(
            "Target first in 39 of 100 (n = 2,017, 37..42), break-even needs 40"
                + ": no measured edge");
  }

  @Test
  void what_a_card_says_is_at_risk_is_never_less_than_it_is() {
    Terms terms = terms(Some.EURUSD, "1.10000", "1.09800", Some.usd("198.0001"));
    Offer offer = Some.offer();
    Offer shown =
        new Offer(
            offer.id(),
            offer.user(),
            offer.account(),
            offer.origin(),
            terms,
            offer.grade(),
            offer.messageId(),
            offer.shownAt(),
            offer.expiresAt(),
            offer.correlation());
    String asked =
        new ConfirmCards(Conversation.SETTINGS).ask(shown, Some.usd("10000"), List.of()).html();
    assertThat(asked).contains("<b>198.01 USD</b> (1.99 % of balance)");
  }

  @Test
  void metals_have_no_agreed_pip_and_are_told_in_price() {
    Terms gold = terms(new Symbol("XAUUSD"), "2350.00", "2341.50", Some.usd("198"));
    Fill fill = fill("2350.12");
    assertThat(FillText.of(fill, gold).toString()).endsWith("0.12 worse than shown");
    Terms yen = terms(new Symbol("USDJPY"), "150.000", "149.700", Some.usd("198"));
    assertThat(FillText.of(fill("149.988"), yen).toString()).endsWith("1.2 pips better than shown");
  }

  @Test
  void less_than_a_cent_is_no_gain() {
    Exit.Booked even =
        new Exit.Booked(Price.of("1.10001"), Some.usd("0.004"), ExitReason.TRADER, Some.NOW);
    assertThat(
            new OrderCards(Conversation.SETTINGS)
                .render(Some.order().with(new OrderState.Closed(Some.fill(), even)))
                .html())
        .contains("<b>0.00 USD</b> (0.00 R)");
  }

  private static Terms terms(Symbol symbol, String shown, String stop, Money risk) {
    Terms terms = Some.terms();
    return new Terms(
        symbol,
        terms.direction(),
        terms.lots(),
        Price.of(shown),
        Price.of(stop),
        terms.takeProfit(),
        risk,
        terms.deviationPoints());
  }

  private static Fill fill(String price) {
    Fill fill = Some.fill();
    return new Fill(fill.ticket(), Price.of(price), fill.lots(), Level.absent(), fill.at());
  }
}
