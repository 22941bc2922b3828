package io.bitten.local.sim;

import io.bitten.core.CorrelationId;
import io.bitten.core.market.Direction;
import io.bitten.core.market.Price;
import io.bitten.core.market.Symbol;
import io.bitten.core.market.Timeframe;
import io.bitten.core.signal.Ledger;
import io.bitten.core.signal.LedgerEntry;
import io.bitten.core.signal.Odds;
import io.bitten.core.signal.Signal;
import io.bitten.core.signal.SignalClass;
import io.bitten.core.signal.SignalId;
import io.bitten.core.signal.Tcs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Puts signals into the ledger, from where the score desk announces them. */
final class ChatSignals {
  private static final SignalClass[] CLASSES = SignalClass.values();

  private final ChatScene scene;
  private final Prices prices;
  private int number;

  ChatSignals(ChatScene scene, Prices prices) {
    this.scene = scene;
    this.prices = prices;
  }

  /** One of any class that any tier sees, for as long as signals live. */
  Signal make() {
    Faults faults = scene.faults();
    long life =
        faults.often(Fault.SHORT_SIGNAL)
            ? faults.between(2_000, 20_000)
            : scene.rules().signals().lifetime().toMillis();
    Signal signal = signal(Duration.ofMillis(life));
    Ledger ledger = scene.memory().ledger();
    ledger.append(signal, LedgerEntry.after(ledger.head(), signal.id().value()));
    scene.checks().made(signal);
    faults.note("score", signal.id() + " " + signal.signalClass() + " for " + life + " ms");
    return signal;
  }

  private Signal signal(Duration life) {
    Faults faults = scene.faults();
    Symbol symbol = Prices.SYMBOLS.get(faults.below(Prices.SYMBOLS.size()));
    Direction direction = faults.percent(50) ? Direction.BUY : Direction.SELL;
    Price entry = prices.entry(symbol, direction);
    SignalClass signalClass = CLASSES[faults.below(CLASSES.length)];
    Instant now = scene.time().instant();
    SignalId id = new SignalId("SIG_20260303_%03d".formatted(++number));
    return new Signal(
        id,
        symbol,
        direction,
        entry,
        Prices.beyond(symbol, direction, entry, -faults.between(60, 220)),
        Prices.beyond(symbol, direction, entry, faults.between(60, 300)),
        new Tcs(Math.toIntExact(faults.between(55, 99))),
        signalClass,
        new Odds.NotEnough(0),
        List.of(),
        "Bullish trend pullback",
        "m-3f2a91c0",
        Timeframe.H1,
        Timeline.START.minus(Duration.ofHours(number)),
        prices.specs().get(symbol).digits(),
        now,
        now.plus(life),
        new CorrelationId(id.value()));
  }
}
