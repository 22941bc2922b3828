package io.bitten.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.market.Direction;
import io.bitten.core.market.Level;
import io.bitten.core.market.Price;
import io.bitten.core.market.Quote;
import io.bitten.core.market.SymbolSpec;
import org.junit.jupiter.api.Test;

/** Stop and target of the passing case: bid 1.09992, ask 1.10000, ten points of stops level. */
final class LevelsTest {
  private static final Price ASK = Price.of("1.10000");
  private static final Price BID = Price.of("1.09992");

  @Test
  void a_price_told_without_its_last_zeroes_is_shown_with_them() {
    Quote told = new Quote(Some.EURUSD, Price.of("1.0999"), Price.of("1.1"), Some.NOW);
    assertThat(SomeRisk.passing().with(told).decide())
        .isInstanceOfSatisfying(
            RiskDecision.Approved.class,
            yes -> assertThat(yes.terms().shownPrice()).hasToString("1.10000"));
  }

  @Test
  void there_is_no_trade_without_a_stop_or_without_a_target() {
    assertThat(check(Direction.BUY, Level.absent(), at("1.10300")))
        .isEqualTo(new LevelRefusal.StopMissing());
    assertThat(check(Direction.BUY, at("1.09800"), Level.absent()))
        .isEqualTo(new LevelRefusal.TargetMissing());
  }

  @Test
  void the_stop_is_on_the_losing_side_of_the_entry() {
    assertThat(check(Direction.BUY, at("1.10000"), at("1.10300")))
        .isEqualTo(new LevelRefusal.StopAtEntry(ASK));
    assertThat(check(Direction.BUY, at("1.10001"), at("1.10300")))
        .isEqualTo(new LevelRefusal.StopWrongSide(Price.of("1.10001"), ASK));
    assertThat(check(Direction.SELL, at("1.09991"), at("1.09700")))
        .isEqualTo(new LevelRefusal.StopWrongSide(Price.of("1.09991"), BID));
  }

  @Test
  void the_target_is_on_the_winning_side_of_the_entry_and_not_at_it() {
    assertThat(check(Direction.BUY, at("1.09800"), at("1.10000")))
        .isEqualTo(new LevelRefusal.TargetWrongSide(ASK, ASK));
    assertThat(check(Direction.SELL, at("1.10200"), at("1.09993")))
        .isEqualTo(new LevelRefusal.TargetWrongSide(Price.of("1.09993"), BID));
  }

  @Test
  void the_stop_keeps_two_spreads_from_the_price_the_exit_would_get() {
    passes(Direction.BUY, "1.09976", "1.10300");
    assertThat(check(Direction.BUY, at("1.09977"), at("1.10300")))
        .isEqualTo(new LevelRefusal.StopTooClose(Price.of("1.09977"), Price.of("1.09976")));
    passes(Direction.SELL, "1.10016", "1.09700");
    assertThat(check(Direction.SELL, at("1.10015"), at("1.09700")))
        .isEqualTo(new LevelRefusal.StopTooClose(Price.of("1.10015"), Price.of("1.10016")));
  }

  @Test
  void a_terminal_that_wants_more_distance_than_two_spreads_gets_it() {
    SymbolSpec spec = Some.spec();
    SymbolSpec far =
        new SymbolSpec(
            spec.symbol(),
            spec.terminalName(),
            spec.digits(),
            spec.contractSize(),
            spec.tickSize(),
            spec.tickValue(),
            spec.volumeMin(),
            spec.volumeStep(),
            spec.volumeMax(),
            30);
    SomeRisk facts = SomeRisk.passing().with(far).with(Direction.BUY, at("1.09963"), at("1.10300"));
    assertThat(Levels.check(facts.facts()))
        .contains(new LevelRefusal.StopTooClose(Price.of("1.09963"), Price.of("1.09962")));
  }

  @Test
  void the_levels_are_measured_from_the_price_the_trader_saw() {
    SomeRisk shown =
        SomeRisk.passing()
            .shown(new Shown.At(Price.of("1.09790")))
            .with(Direction.BUY, at("1.09800"), at("1.10300"));
    assertThat(Levels.check(shown.facts()))
        .contains(new LevelRefusal.StopWrongSide(Price.of("1.09800"), Price.of("1.09790")));
  }

  private static Refusal check(Direction direction, Level stop, Level target) {
    SomeRisk facts = SomeRisk.passing().with(direction, stop, target);
    return Levels.check(facts.facts()).orElseThrow();
  }

  private static void passes(Direction direction, String stop, String target) {
    SomeRisk facts = SomeRisk.passing().with(direction, at(stop), at(target));
    assertThat(Levels.check(facts.facts())).isEmpty();
    assertThat(facts.code()).isEmpty();
  }

  private static Level at(String price) {
    return Level.at(Price.of(price));
  }
}
