package io.bitten.adapters.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.market.Symbol;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SymbolNamesTest {
  private static final Symbol EURUSD = new Symbol("EURUSD");

  @ParameterizedTest
  @ValueSource(
      strings = {"EURUSD", "EURUSD.m", "EURUSD.", "EURUSDpro", "EURUSDc", "EURUSD+", "mEURUSD"})
  void a_dressed_pair_is_recognised(String name) {
    SymbolNames names = new SymbolNames(Map.of());
    names.list(Set.of(name, "US500", "GBPUSD"));
    assertThat(names.symbol(name)).contains(EURUSD);
    assertThat(names.terminalName(EURUSD)).contains(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"US500", "GOOGLE", "BTCUSD", "EURUSDPRO", "GER40.cash", ""})
  void anything_else_is_no_pair(String name) {
    assertThat(new SymbolNames(Map.of()).symbol(name)).isEmpty();
  }

  @Test
  void two_names_for_one_pair_need_the_configuration() {
    SymbolNames names = new SymbolNames(Map.of());
    names.list(Set.of("EURUSD", "EURUSD.m"));
    assertThat(names.terminalName(EURUSD)).isEmpty();
    SymbolNames told = new SymbolNames(Map.of(EURUSD, "EURUSD.m"));
    told.list(Set.of("EURUSD", "EURUSD.m"));
    assertThat(told.terminalName(EURUSD)).contains("EURUSD.m");
    SymbolNames gold = new SymbolNames(Map.of(new Symbol("XAUUSD"), "GOLD"));
    assertThat(gold.symbol("GOLD")).contains(new Symbol("XAUUSD"));
  }

  @Test
  void a_pair_that_is_not_listed_has_no_name() {
    SymbolNames names = new SymbolNames(Map.of());
    names.list(Set.of("GBPUSD"));
    assertThat(names.terminalName(EURUSD)).isEmpty();
  }
}
