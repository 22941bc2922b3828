package io.bitten.adapters.bridge;

import io.bitten.core.account.Money;
import io.bitten.core.account.Position;
import io.bitten.core.market.Currency;
import io.bitten.core.market.Price;
import io.bitten.core.order.ExitReason;
import io.bitten.core.relay.Deal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an EA told once and overwrites with the next result: the money, and how positions ended. */
final class BridgeMemory {
  private static final int MOST = 1_000;

  private final Currency currency;
  private final Map<Long, Position> positions = bounded();
  private final Map<Long, BridgeRecord.Ended> ended = bounded();
  private final List<BridgeRecord.Funds> lastFunds = new ArrayList<>();

  BridgeMemory(Currency currency) {
    this.currency = currency;
  }

  synchronized void take(BridgeRecord record) {
    switch (record) {
      case BridgeRecord.Outcome outcome -> {}
      case BridgeRecord.Ended one -> ended.put(one.ticket(), one);
      case BridgeRecord.Funds funds -> {
        lastFunds.clear();
        lastFunds.add(funds);
      }
    }
  }

  synchronized void seen(Position position) {
    positions.put(position.ticket().value(), position);
  }

  synchronized Optional<BridgeRecord.Funds> funds() {
    return lastFunds.stream().findFirst();
  }

  /** The ends of positions that were seen open. */
  synchronized List<Deal> exits(Instant now) {
    return ended.values().stream()
        .filter(one -> positions.containsKey(one.ticket()) && one.price().signum() > 0)
        .map(one -> exit(positions.get(one.ticket()), one, now))
        .toList();
  }

  private Deal exit(Position position, BridgeRecord.Ended one, Instant now) {
    return new Deal(
        position.ticket(),
        Deal.Side.EXIT,
        position.symbol(),
        position.lots(),
        new Price(one.price()),
        new Money(one.net(), currency),
        position.magic(),
        "",
        ExitReason.OUTSIDE,
        now);
  }

  private static <V> Map<Long, V> bounded() {
    return new LinkedHashMap<>() {
      @Override
      protected boolean removeEldestEntry(Map.Entry<Long, V> eldest) {
        return size() > MOST;
      }
    };
  }
}
