package io.bitten.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.market.Price;
import io.bitten.core.order.Fill;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderState;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the book holds of an order by where it was filled. */
final class FillRiskTest {

  @Test
  void a_fill_beyond_the_price_band_holds_what_it_loses_at_its_stop() {
    RiskBook placed = BookRules.reserve(Some.riskBook(), Some.order());
    // 200 points and a band of 20 were 20.00 USD; 250 points are 22.7272.. USD.
    assertThat(BookRules.resize(placed, filledAt("1.10050")).reservations().getFirst().risk())
        .isEqualTo(Some.usd("22.73"));
    for (String within : List.of("1.10020", "1.09900", "1.09700")) {
      assertThat(BookRules.resize(placed, filledAt(within)).reservations().getFirst().risk())
          .as(within)
          .isEqualTo(Some.usd("20.00"));
    }
  }

  private static Order filledAt(String price) {
    Fill fill = Some.fill();
    Price at = Price.of(price);
    return Some.order()
        .with(
            new OrderState.Filled(
                new Fill(fill.ticket(), at, fill.lots(), fill.stopLoss(), fill.at())));
  }
}
