package io.bitten.core.account;

import io.bitten.core.market.Quote;
import io.bitten.core.market.Symbol;
import io.bitten.core.market.SymbolSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One complete look at an account, as a relay read it from the terminal. An incomplete look is
 * never stored: a list that is not complete is no answer.
 *
 * @param at when the terminal answered
 */
public record AccountSnapshot(
    AccountId account,
    Instant at,
    Money balance,
    Money equity,
    Money margin,
    Money freeMargin,
    List<Position> positions,
    Map<Symbol, Quote> quotes,
    Map<Symbol, SymbolSpec> specs) {
  public AccountSnapshot {
    positions = List.copyOf(positions);
    quotes = Map.copyOf(quotes);
    specs = Map.copyOf(specs);
  }

  public Duration age(Instant now) {
    return Duration.between(at, now);
  }
}
