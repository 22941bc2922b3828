package io.bitten.relay;

import io.bitten.core.Some;
import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.account.Magic;
import io.bitten.core.account.Position;
import io.bitten.core.account.Ticket;
import io.bitten.core.market.Direction;
import io.bitten.core.market.Level;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Price;
import java.time.Instant;
import java.util.List;

/** Positions as a broker shows them. */
final class SomePositions {
  private SomePositions() {}

  /** A bought tenth of a lot of EURUSD without a target. */
  static Position of(Ticket ticket, Magic magic, Level stop, Instant openedAt) {
    return new Position(
        ticket,
        Some.EURUSD,
        Direction.BUY,
        Lots.of("0.10"),
        Price.of("1.10001"),
        stop,
        Level.absent(),
        Some.usd("0.00"),
        Some.usd("0.00"),
        Some.usd("0.00"),
        magic,
        openedAt);
  }

  static Position with(Position was, Lots lots, Level stop) {
    return with(was, lots, stop, was.takeProfit());
  }

  static Position with(Position was, Lots lots, Level stop, Level target) {
    return new Position(
        was.ticket(),
        was.symbol(),
        was.direction(),
        lots,
        was.openPrice(),
        stop,
        target,
        was.profit(),
        was.swap(),
        was.commission(),
        was.magic(),
        was.openedAt());
  }

  /** A position that somebody else opened. */
  static Position foreign(Ticket ticket, Instant at) {
    return of(ticket, new Magic(0), Level.absent(), at);
  }

  /** The account with these positions. */
  static AccountSnapshot account(Instant at, List<Position> positions) {
    AccountSnapshot empty = Some.snapshot(at);
    return new AccountSnapshot(
        empty.account(),
        empty.at(),
        empty.balance(),
        empty.equity(),
        empty.margin(),
        empty.freeMargin(),
        positions,
        empty.quotes(),
        empty.specs());
  }
}
