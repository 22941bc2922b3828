package io.bitten.local.mt5;

import io.bitten.core.market.Direction;
import io.bitten.local.market.MarketPlayer;
import io.bitten.local.market.MarketPlayer.Span;
import io.bitten.local.market.Touch;
import io.bitten.local.market.Watch;
import io.bitten.local.market.Watch.Quoted;
import io.bitten.local.market.Watch.Reach;
import io.bitten.local.mt5.Deal.Reason;
import io.bitten.local.mt5.Dealing.Closing;
import io.bitten.local.mt5.Dealing.Execution;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Executes stop losses and take profits along the path that the price took since the last look,
 * earliest first, however far the clock jumped. A stop fills at its level, or at the first price
 * behind a gap.
 */
final class StopOrders {
  private final MarketPlayer market;
  private final Map<String, Instrument> instruments;
  private final Book book;
  private final Dealing dealing;
  private Instant lookedAt = Instant.MIN;

  StopOrders(MarketPlayer market, Map<String, Instrument> instruments, Book book, Dealing dealing) {
    this.market = market;
    this.instruments = Map.copyOf(instruments);
    this.book = book;
    this.dealing = dealing;
  }

  void look(Instant now) {
    List<Trigger> due = due(now);
    while (!due.isEmpty()) {
      Trigger first =
          due.stream().min(Comparator.comparing(trigger -> trigger.touch().tick().time())).get();
      Holding position = first.position();
      dealing.exit(
          instruments.get(position.symbol()),
          position,
          new Execution(position.lots(), first.touch().price(), first.touch().tick().time()),
          new Closing(first.reason(), position.magic(), comment(first)));
      due = due.stream().filter(trigger -> trigger.position() != position).toList();
    }
    lookedAt = now;
  }

  private record Trigger(Holding position, Touch touch, Reason reason) {}

  private List<Trigger> due(Instant now) {
    return book.open().stream().flatMap(position -> triggers(position, now)).toList();
  }

  private Stream<Trigger> triggers(Holding position, Instant now) {
    Instant after = position.changedAt().isAfter(lookedAt) ? position.changedAt() : lookedAt;
    if (!after.isBefore(now)) {
      return Stream.empty();
    }
    Span span = new Span(after, now);
    return Stream.of(trigger(position, span, Reason.SL), trigger(position, span, Reason.TP))
        .flatMap(Optional::stream);
  }

  private Optional<Trigger> trigger(Holding position, Span span, Reason reason) {
    long level = reason == Reason.SL ? position.stopLoss() : position.takeProfit();
    if (level == 0) {
      return Optional.empty();
    }
    boolean buy = position.direction() == Direction.BUY;
    boolean fallsInto = buy == (reason == Reason.SL);
    Watch watch =
        new Watch(
            buy ? Quoted.BID : Quoted.ASK,
            fallsInto ? Reach.AT_OR_BELOW : Reach.AT_OR_ABOVE,
            level);
    return market
        .firstTouch(instruments.get(position.symbol()).symbol(), span, watch)
        .map(touch -> new Trigger(position, touch, reason));
  }

  /** As terminals write it. */
  private String comment(Trigger trigger) {
    Instrument instrument = instruments.get(trigger.position().symbol());
    return trigger.reason() == Reason.SL
        ? "[sl " + instrument.price(trigger.position().stopLoss()) + "]"
        : "[tp " + instrument.price(trigger.position().takeProfit()) + "]";
  }
}
