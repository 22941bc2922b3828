package io.bitten.core;

import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.account.Position;
import io.bitten.core.account.Ticket;
import io.bitten.core.market.Direction;
import io.bitten.core.market.Level;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Price;
import io.bitten.core.market.SymbolSpec;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The looks at an account of {@link Some}. */
final class SomeAccounts {
  private SomeAccounts() {}

  static SymbolSpec spec() {
    return new SymbolSpec(
        Some.EURUSD,
        "EURUSD.m",
        5,
        new BigDecimal("100000"),
        new BigDecimal("0.00001"),
        new BigDecimal("1.00"),
        Lots.of("0.01"),
        Lots.of("0.01"),
        Lots.of("50.00"),
        10);
  }

  static AccountSnapshot snapshot(Instant at) {
    return snapshot(at, List.of());
  }

  static AccountSnapshot snapshot(Instant at, List<Position> positions) {
    return new AccountSnapshot(
        Some.ACCOUNT,
        at,
        Some.usd("10000.00"),
        Some.usd("10000.00"),
        Some.usd("0.00"),
        Some.usd("10000.00"),
        positions,
        Map.of(Some.EURUSD, Some.quote(at)),
        Map.of(Some.EURUSD, spec()));
  }

  static Position position() {
    return new Position(
        new Ticket(900001),
        Some.EURUSD,
        Direction.BUY,
        Lots.of("0.10"),
        Price.of("1.10001"),
        Level.at(Price.of("1.09800")),
        Level.at(Price.of("1.10300")),
        Some.usd("4.20"),
        Some.usd("-0.35"),
        Some.usd("-0.70"),
        Some.magic(),
        Some.NOW.plusSeconds(2));
  }
}
