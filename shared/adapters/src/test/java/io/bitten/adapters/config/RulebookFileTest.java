package io.bitten.adapters.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.core.Rulebook;
import io.bitten.core.SomeRules;
import io.bitten.core.account.Tier;
import io.bitten.core.market.Symbol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RulebookFileTest {
  private static final Path FILE = Path.of("../../config/trading.yml");

  @Test
  void the_packaged_rules_are_the_repositorys() {
    assertThat(RulebookFile.packaged()).isEqualTo(RulebookFile.read(FILE));
  }

  @Test
  void the_limits_are_the_products_numbers() {
    assertThat(RulebookFile.packaged().limits()).isEqualTo(SomeRules.limits());
  }

  @Test
  void the_times_of_billing_and_the_pace_of_alerts_are_the_products_numbers() {
    assertThat(RulebookFile.packaged().billing()).isEqualTo(SomeRules.rulebook().billing());
    assertThat(RulebookFile.packaged().alertsAMinute())
        .isEqualTo(SomeRules.rulebook().alertsAMinute());
  }

  @ParameterizedTest
  @EnumSource(Tier.class)
  void each_tier_has_the_products_numbers(Tier tier) {
    assertThat(RulebookFile.packaged().of(tier)).isEqualTo(SomeRules.rulebook().of(tier));
  }

  @Test
  void the_signal_engine_scores_three_pairs() {
    Rulebook rules = RulebookFile.packaged();

    assertThat(rules.signals().symbols())
        .isEqualTo(
            Map.of(new Symbol("EURUSD"), 5, new Symbol("GBPUSD"), 5, new Symbol("USDJPY"), 3));
    assertThat(rules.signals().classFrom()).isEqualTo(SomeRules.signals().classFrom());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "max_positions: 10     | max_positions: many    | max_positions must be a whole number"
            + " 1..1000: many",
        "max_positions: 10     | max_position: 10       | max_positions is missing",
        "  tokyo: 3            |   tokyo: -1            | session_limits.tokyo must be a whole"
            + " number",
        "  tokyo: 3            |   sydney: 3            | session_limits.TOKYO is missing",
        "quote_max_age: 5 s    | quote_max_age: 5       | limits.quote_max_age must be a time such"
            + " as",
        "quote_max_age: 5 s    | quote_max_age: 0 s     | limits.quote_max_age must be a time such"
            + " as",
        "stop_atr: 1.5         | stop_atr: [1.5]        | signals.stop_atr must be one value",
        "accounts: [DEMO]      | accounts: DEMO         | tiers.PRESS_PASS.accounts must be a list"
            + " in [ ]",
        "accounts: [DEMO]      | accounts: [PAPER]      | tiers.PRESS_PASS.accounts must be one of"
            + " DEMO, LIVE",
        "timeframe: H1         | timeframe: H2          | signals.timeframe must be one of M1",
        "minimum_tcs: 60       | minimum_tcs: 101       | tiers.PRESS_PASS.minimum_tcs must be a"
            + " whole number 0..100",
        "    EURUSD: 5         |     eurusd: 5          | six capital letters: eurusd",
        "tilt_lock_at: 4       | tilt_lock_at: 3        | tilt_lock_at above tilt_warn_at",
        "orders_an_hour: 20    | orders_an_hour: 51     | limits.orders_an_hour must be a whole"
            + " number 1..50: 51",
        "max_alerts_per_minute: 10 | max_alerts_per_minute: 31 | max_alerts_per_minute must be a"
            + " whole number 1..30: 31",
        "  press_pass: 7 d     |   press_pass: week     | billing.press_pass must be a time such"
            + " as",
        "  grace: 3 d          |   grace: 32 d          | billing.grace must be a time such as",
        "  grace: 3 d          |   gracious: 3 d        | billing.grace is missing",
        "  max_per_symbol: 2   |   max_per_symbols: 2   | limits.max_per_symbol is missing",
        "  london: 5           |   london: 5\\n"
            + "  paris: 2 | session_limits.paris is not a known key",
        "  london: 5           |   london: 5\\n  london: 6 | session_limits.london is there twice",
      })
  void a_wrong_key_is_named_with_its_line(String right, String wrong, String says)
      throws IOException {
    String text = Files.readString(FILE);
    assertThat(text).contains(right);

    assertThatThrownBy(
            () ->
                RulebookFile.parse("trading.yml", text.replace(right, wrong.replace("\\n", "\n"))))
        .isInstanceOf(BadConfig.class)
        .hasMessageMatching("(?s)trading\\.yml line [0-9]+: .*")
        .hasMessageContaining(says);
  }

  @Test
  void the_line_is_the_right_one() {
    assertThatThrownBy(() -> RulebookFile.parse("t.yml", "terms_version: x\nmax_positions: no\n"))
        .hasMessage("t.yml line 2: max_positions must be a whole number 1..1000: no");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a: [", "- 1", "&a [*a]", "!!java.net.URL [x]", "a: &x 1\nb: *x"})
  void what_is_not_the_file_is_refused(String text) {
    assertThatThrownBy(() -> RulebookFile.parse("t.yml", text)).isInstanceOf(BadConfig.class);
  }

  @Test
  void a_file_that_is_not_there_is_refused_by_name() {
    assertThatThrownBy(() -> RulebookFile.read(Path.of("nowhere.yml")))
        .isInstanceOf(BadConfig.class)
        .hasMessageContaining("nowhere.yml");
  }
}
