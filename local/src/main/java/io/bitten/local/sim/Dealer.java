package io.bitten.local.sim;

import io.bitten.core.account.Magic;
import io.bitten.core.account.Position;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Price;
import io.bitten.core.relay.Answer;
import io.bitten.core.relay.Entry;
import io.bitten.core.relay.Retcode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What the broker makes of an entry: a no, a position, or a position when nobody waits any more.
 */
final class Dealer {
  private static final BigDecimal HALF = new BigDecimal("0.5");

  /** While its second attempt is made ready. */
  private static final long SOON_MS = 1_500;

  /** Longer than an attempt and any horizon here. */
  private static final long LATE_MS = 45_000;

  private static final long LATEST_MS = 75_000;

  private final Terminal terminal;
  private final Timeline time;
  private final Faults faults;
  private final Checks checks;
  private final Prices prices;
  private final Set<Magic> working = new LinkedHashSet<>();

  Dealer(Terminal terminal, Stage stage, Prices prices) {
    this.terminal = terminal;
    this.time = stage.time();
    this.faults = stage.faults();
    this.checks = stage.checks();
    this.prices = prices;
  }

  /** What an entry that passed the last hop at this moment becomes. */
  Answer open(Entry entry) {
    Optional<Answer> no = refusal(entry);
    if (no.isPresent()) {
      return no.get();
    }
    if (faults.often(Fault.EXECUTED_LATE)) {
      return late(entry);
    }
    if (faults.often(Fault.ANSWER_PENDING)) {
      working.add(entry.magic());
      time.moment(faults.between(50, 6_000), () -> fill(entry));
      return new Answer.Pending("10008");
    }
    return fill(entry);
  }

  /** The orders that are taken and not filled yet, by magic, as the order list shows. */
  Set<Magic> working() {
    return Collections.unmodifiableSet(working);
  }

  private Optional<Answer> refusal(Entry entry) {
    if (!terminal.connected()) {
      return Optional.of(new Answer.Unknown("10031"));
    }
    if (!prices.open()) {
      return Optional.of(Terminal.no(Retcode.MARKET_CLOSED));
    }
    if (faults.often(Fault.REQUOTE)) {
      return Optional.of(Terminal.no(Retcode.REQUOTE));
    }
    Price exit = prices.exit(entry.symbol(), entry.direction());
    boolean crossed =
        switch (entry.direction()) {
          case BUY -> !exit.above(entry.stopLoss());
          case SELL -> !exit.below(entry.stopLoss());
        };
    boolean past =
        switch (entry.direction()) {
          case BUY -> !exit.below(entry.takeProfit());
          case SELL -> !exit.above(entry.takeProfit());
        };
    return crossed || past ? Optional.of(Terminal.no(Retcode.INVALID_STOPS)) : Optional.empty();
  }

  /** It says no and does it all the same, or says nothing of use until much later. */
  private Answer late(Entry entry) {
    checks.late().awaited();
    if (faults.percent(45)) {
      time.moment(faults.between(100, SOON_MS), () -> fillLate(entry));
      return Terminal.no(Retcode.REQUOTE);
    }
    if (faults.percent(40)) {
      time.moment(faults.between(1_000, LATEST_MS), () -> fillLate(entry));
      return Terminal.no(Retcode.REJECT);
    }
    working.add(entry.magic());
    time.moment(faults.between(LATE_MS, LATEST_MS), () -> fillLate(entry));
    return new Answer.Pending("10008");
  }

  private void fillLate(Entry entry) {
    Position position = position(entry, entry.lots());
    checks.late().filled(entry, position);
    faults.note("broker", "executes " + entry.id() + " late, as " + position.ticket());
    if (faults.percent(50)) {
      terminal.broker().comments().remove(position.ticket());
    }
  }

  private Answer fill(Entry entry) {
    Lots half = new Lots(entry.lots().value().multiply(HALF).setScale(2, RoundingMode.UP));
    Lots lots = faults.often(Fault.PARTIAL_FILL) ? half : entry.lots();
    Position position = position(entry, lots);
    if (checks.late().has(entry.id())) {
      // Its first attempt was executed late: of the two one is the order's, the other an orphan.
      checks.late().awaited();
      checks.late().filled(entry, position);
    } else {
      checks.filled(entry);
    }
    return lots.equals(entry.lots())
        ? new Answer.Done(position.ticket(), position.openPrice(), lots)
        : new Answer.Partial(position.ticket(), position.openPrice(), lots);
  }

  private Position position(Entry entry, Lots lots) {
    checks.entries().dealt(entry, terminal.account());
    working.remove(entry.magic());
    return terminal
        .broker()
        .fill(
            entry,
            lots,
            faults.often(Fault.STOP_DROPPED) ? Broker.Levels.DROPPED : Broker.Levels.TAKEN);
  }
}
