package io.bitten.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.account.Magic;
import io.bitten.core.account.Position;
import io.bitten.core.market.Currency;
import io.bitten.core.market.Direction;
import io.bitten.core.market.Level;
import io.bitten.core.market.Price;
import io.bitten.core.market.Symbol;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What others trade on the same account takes places, risk and exposure of ours. */
final class ForeignPositionsTest {
  private static final Symbol GBPJPY = new Symbol("GBPJPY");
  private static final Magic MANUAL = new Magic(0);

  @Test
  void a_foreign_position_takes_a_place_and_ours_only_its_reservation() {
    SomeRisk facts =
        holding(foreign(Some.EURUSD, Direction.BUY, at("1.09800")), Some.position())
            .with(SomeRisk.holding(1));
    assertThat(Standing.positions(facts.facts())).isEqualTo(2);
    assertThat(Standing.positionsIn(facts.facts(), Some.EURUSD)).isEqualTo(2);
    assertThat(Standing.positionsIn(facts.facts(), GBPJPY)).isZero();
    assertThat(facts.code()).isEqualTo("SYMBOL_FULL");
  }

  @Test
  void it_risks_what_lies_between_its_opening_price_and_its_stop() {
    // 0.10 lots, opened at 1.10001.
    openRisk("20.10", foreign(Some.EURUSD, Direction.BUY, at("1.09800")));
    openRisk("19.90", foreign(Some.EURUSD, Direction.SELL, at("1.10200")));
  }

  @Test
  void with_its_stop_at_or_past_its_opening_price_it_risks_nothing() {
    openRisk("0", foreign(Some.EURUSD, Direction.BUY, at("1.10001")));
    openRisk("0", foreign(Some.EURUSD, Direction.BUY, at("1.10002")));
    openRisk("0", foreign(Some.EURUSD, Direction.SELL, at("1.10001")));
    openRisk("0", foreign(Some.EURUSD, Direction.SELL, at("1.10000")));
  }

  @Test
  void without_a_stop_or_without_its_figures_it_counts_as_one_whole_trade() {
    openRisk("200", foreign(Some.EURUSD, Direction.BUY, Level.absent()));
    openRisk("200", foreign(GBPJPY, Direction.BUY, at("1.09800")));
  }

  @Test
  void its_risk_is_added_to_that_of_our_own_orders() {
    SomeRisk facts =
        holding(foreign(Some.EURUSD, Direction.BUY, Level.absent())).with(SomeRisk.holding(2));
    assertThat(Standing.openRisk(facts.facts())).isEqualByComparingTo("240");
  }

  @Test
  void its_risk_counts_on_both_of_its_currencies() {
    RiskCase facts = holding(foreign(Some.EURUSD, Direction.SELL, Level.absent())).facts();
    assertThat(Standing.net(facts, new Currency("EUR"))).isEqualByComparingTo("-200");
    assertThat(Standing.net(facts, new Currency("USD"))).isEqualByComparingTo("200");
    assertThat(Standing.net(facts, new Currency("GBP"))).isEqualByComparingTo(BigDecimal.ZERO);
  }

  @Test
  void enough_of_them_leave_no_room_for_a_trade_of_ours() {
    Position naked = foreign(GBPJPY, Direction.BUY, Level.absent());
    assertThat(holding(naked, naked, naked).code()).isEqualTo("DRAWDOWN_REACHED");
    assertThat(holding(naked, naked).code()).isEmpty();
  }

  private static void openRisk(String expected, Position position) {
    assertThat(Standing.openRisk(holding(position).facts())).isEqualByComparingTo(expected);
  }

  private static SomeRisk holding(Position... positions) {
    AccountSnapshot s = Some.snapshot();
    return SomeRisk.passing()
        .with(
            new AccountSnapshot(
                s.account(),
                s.at(),
                s.balance(),
                s.equity(),
                s.margin(),
                s.freeMargin(),
                List.of(positions),
                s.quotes(),
                s.specs()));
  }

  private static Position foreign(Symbol symbol, Direction direction, Level stop) {
    Position ours = Some.position();
    return new Position(
        ours.ticket(),
        symbol,
        direction,
        ours.lots(),
        ours.openPrice(),
        stop,
        ours.takeProfit(),
        ours.profit(),
        ours.swap(),
        ours.commission(),
        MANUAL,
        ours.openedAt());
  }

  private static Level at(String price) {
    return Level.at(Price.of(price));
  }
}
