package io.bitten.local.sim;

import io.bitten.core.account.AccountId;
import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.account.Magic;
import io.bitten.core.account.Position;
import io.bitten.core.account.Ticket;
import io.bitten.core.market.Level;
import io.bitten.core.market.Price;
import io.bitten.core.market.Symbol;
import io.bitten.core.order.ExitReason;
import io.bitten.core.relay.Answer;
import io.bitten.core.relay.Deal;
import io.bitten.core.relay.Entry;
import io.bitten.core.relay.PositionClose;
import io.bitten.core.relay.Retcode;
import io.bitten.core.relay.StopChange;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The terminal of one account: what it does with a request once it has it, and what it shows. */
final class Terminal {
  private static final int SHOWN_SECONDS = 3;

  /** When positions may end by a stop, a target or a hand. */
  enum Ends {
    ANY_TIME,
    /** Only once their orders are known to be filled: a route without a history proves nothing. */
    ONCE_KNOWN
  }

  private final AccountId account;
  private final Timeline time;
  private final Faults faults;
  private final Prices prices;
  private final Broker broker;
  private final Dealer dealer;
  private final Checks checks;
  private final Ends ends;
  private final Hands hands;
  private final Deque<List<Position>> past = new ArrayDeque<>();
  private Runnable inVain = () -> {};
  private long disconnectedUntil;
  private long renamedUntil;
  private long unsyncedUntil;
  private long silentUntil;

  Terminal(AccountId account, Stage stage, Prices prices, Ends ends) {
    this.account = account;
    this.time = stage.time();
    this.faults = stage.faults();
    this.checks = stage.checks();
    this.prices = prices;
    this.ends = ends;
    this.broker = new Broker(account, time, prices);
    this.hands = new Hands(broker, prices, faults);
    this.dealer = new Dealer(this, stage, prices);
    checks.watch(account, broker);
  }

  AccountId account() {
    return account;
  }

  Broker broker() {
    return broker;
  }

  /** Somebody looks at the card of an order that does not come. */
  void whenInVain(Runnable listener) {
    inVain = listener;
  }

  void waitsInVain() {
    inVain.run();
  }

  /** One second at the terminal: the market, and people with their hands on it. */
  void second() {
    past.addLast(broker.positions());
    if (past.size() > SHOWN_SECONDS) {
      past.removeFirst();
    }
    if (prices.open()) {
      broker
          .tick(this::mayEnd)
          .forEach(deal -> faults.note("broker", deal.reason() + " ends " + of(deal)));
    }
    for (Position position : broker.ours()) {
      hands.on(position, mayEnd(position.ticket()), mayBeAnnulled(position));
    }
    if (faults.seldom(Fault.DISCONNECTED)) {
      disconnectedUntil = window(30_000);
    }
    if (faults.seldom(Fault.SUFFIX_CHANGED)) {
      rename();
    }
    if (faults.seldom(Fault.HISTORY_NOT_SYNCED)) {
      unsyncedUntil = window(20_000);
    }
  }

  /** Only what is told for good: an order in doubt whose deal is taken back was not executed. */
  private boolean mayBeAnnulled(Position position) {
    return ends == Ends.ANY_TIME
        && !checks.late().is(position.ticket())
        && checks.known(position.magic());
  }

  private boolean mayEnd(Ticket ticket) {
    if (checks.late().is(ticket)) {
      return checks.late().seen(ticket);
    }
    return ends == Ends.ANY_TIME
        || broker
            .position(ticket)
            .filter(one -> !one.magic().isOurs() || checks.known(one.magic()))
            .isPresent();
  }

  private long window(long longest) {
    long length = faults.between(1_000, longest);
    faults.trouble(length);
    return time.now() + length;
  }

  boolean connected() {
    return time.now() >= disconnectedUntil;
  }

  /** Whether it does not answer a look, and sometimes none for a while. */
  boolean silent() {
    if (!faults.hit(Fault.LOOK_FAILS)) {
      return time.now() < silentUntil;
    }
    if (faults.percent(15)) {
      silentUntil = window(20_000);
    }
    return true;
  }

  boolean synced() {
    return connected() && time.now() >= unsyncedUntil;
  }

  /** What an entry that passed the last hop at this moment becomes. */
  Answer open(Entry entry) {
    return dealer.open(entry);
  }

  /** The orders that are taken and not filled yet, by magic, as the order list shows. */
  Set<Magic> working() {
    return dealer.working();
  }

  /** The broker calls its pairs otherwise for a while. */
  void rename() {
    renamedUntil = window(10_000);
  }

  /** Whether it does now. */
  boolean renamed() {
    return time.now() < renamedUntil;
  }

  /** What the broker calls a pair now. */
  String name(Symbol symbol) {
    return symbol.code() + (renamed() ? ".y" : ".x");
  }

  /** Whether the broker calls one of its pairs so now. */
  boolean lists(String name) {
    return Prices.SYMBOLS.stream().anyMatch(symbol -> name(symbol).equals(name));
  }

  Answer close(PositionClose close) {
    checks.touched(close.ticket());
    if (!connected()) {
      return new Answer.Unknown("10031");
    }
    Optional<Position> position = broker.position(close.ticket());
    if (position.isEmpty()) {
      return no(Retcode.POSITION_CLOSED);
    }
    checks.exits().closes(close, position.get(), account);
    if (!prices.open()) {
      return no(Retcode.MARKET_CLOSED);
    }
    if (faults.often(Fault.CLOSE_REFUSED)) {
      return no(faults.percent(50) ? Retcode.REQUOTE : Retcode.CLIENT_DISABLES_AT);
    }
    return closed(close, position.get());
  }

  /** As asked: of fewer lots than there are the rest stays, of more it does nothing. */
  private Answer closed(PositionClose close, Position position) {
    int more = close.lots().compareTo(position.lots());
    if (more > 0) {
      return no(Retcode.INVALID_VOLUME);
    }
    Price price = prices.exit(position.symbol(), position.direction());
    if (more < 0) {
      broker.endPart(close.ticket(), close.lots(), price);
    } else {
      broker.end(close.ticket(), price, ExitReason.OUTSIDE);
    }
    return new Answer.Done(close.ticket(), price, close.lots());
  }

  Answer modify(StopChange change) {
    checks.touched(change.ticket());
    if (!connected()) {
      return new Answer.Unknown("10031");
    }
    Optional<Position> position = broker.position(change.ticket());
    if (position.isEmpty()) {
      return no(Retcode.POSITION_CLOSED);
    }
    checks.exits().changes(change, position.get());
    if (!prices.open() || faults.often(Fault.STOP_REFUSED)) {
      return no(prices.open() ? Retcode.INVALID_STOPS : Retcode.MARKET_CLOSED);
    }
    broker.change(change.ticket(), Level.at(change.stopLoss()), change.takeProfit());
    return new Answer.DoneUntold();
  }

  /** What it shows: the present, or when it lags the near past. */
  AccountSnapshot shown(Instant at) {
    if (!past.isEmpty() && faults.hit(Fault.LOOK_LAGS)) {
      return broker.snapshot(at, past.getFirst());
    }
    List<Position> now = broker.positions();
    now.forEach(position -> hands.seen(position.ticket()));
    return broker.snapshot(at, now);
  }

  static Answer no(Retcode code) {
    return new Answer.No(code.label(), code.sentence());
  }

  private static Ticket of(Deal deal) {
    return deal.position();
  }
}
