package io.bitten.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.account.Magic;
import io.bitten.core.account.Position;
import io.bitten.core.account.Ticket;
import io.bitten.core.market.Direction;
import io.bitten.core.market.Level;
import io.bitten.core.market.Price;
import io.bitten.core.market.Symbol;
import io.bitten.core.market.SymbolSpec;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A hundredth off, rounded away from the price to what the terminal takes. */
class EmergencyStopTest {
  private static final SymbolSpec KNOWN = Some.snapshot(Some.NOW).specs().get(Some.EURUSD);

  @ParameterizedTest
  @CsvSource({
    "1.1, BUY, 1.08900",
    "1.1, SELL, 1.11100",
    "1.10001, BUY, 1.08900",
    "1.10001, SELL, 1.11102"
  })
  void the_pairs_digits_count_and_not_those_the_price_is_written_with(
      String open, Direction direction, String stop) {
    assertThat(
            EmergencyStop.of(
                position(Some.EURUSD, open, direction), Map.of(), Map.of(Some.EURUSD, KNOWN)))
        .isEqualTo(Price.of(stop));
  }

  @ParameterizedTest
  @CsvSource({
    "EURUSD, 1.1, BUY, 1.0890",
    "EURUSD, 1, SELL, 1.0100",
    "EURUSD, 1.10001, BUY, 1.08900",
    "USDJPY, 150, BUY, 148.50",
    "USDJPY, 150.1, SELL, 151.61"
  })
  void of_a_pair_that_is_not_known_any_terminal_takes_it(
      String symbol, String open, Direction direction, String stop) {
    assertThat(EmergencyStop.of(position(new Symbol(symbol), open, direction), Map.of(), Map.of()))
        .isEqualTo(Price.of(stop));
  }

  private static Position position(Symbol symbol, String open, Direction direction) {
    Position some = SomePositions.of(new Ticket(7), new Magic(0), Level.absent(), Some.NOW);
    return new Position(
        some.ticket(),
        symbol,
        direction,
        some.lots(),
        Price.of(open),
        some.stopLoss(),
        some.takeProfit(),
        some.profit(),
        some.swap(),
        some.commission(),
        some.magic(),
        some.openedAt());
  }
}
