package io.bitten.local.mt5;

import io.bitten.core.relay.Retcode;
import io.bitten.local.market.MarketPlayer;
import io.bitten.local.market.Tick;
import io.bitten.local.mt5.Deal.Reason;
import io.bitten.local.mt5.Dealing.Closing;
import io.bitten.local.mt5.Dealing.Execution;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A simulated MetaTrader 5 terminal with one demo account. Every call first executes what the
 * market did to the open positions since the last one; positions and history outlive the process.
 * Safe for threads; one request at a time, as a terminal has it.
 */
public final class Terminal {
  private final MarketPlayer market;
  private final InstantSource time;
  private final BrokerSpec broker;
  private final Map<String, Instrument> instruments;
  private final Book book;
  private final Dealing dealing;
  private final Checks checks;
  private final StopOrders stops;
  private final Valuation valuation;
  private final Accounting accounting;
  private final Script script = new Script();
  private Switches switches = Switches.ON;

  /** Continues the account kept in the folder. */
  Terminal(BrokerSpec broker, MarketPlayer market, InstantSource time, Path folder) {
    this.market = market;
    this.time = time;
    this.broker = broker;
    Map<String, Instrument> named = new LinkedHashMap<>();
    broker.instruments().forEach(it -> named.put(it.terminalName(), it));
    this.instruments = Map.copyOf(named);
    this.accounting = new Accounting(market, broker);
    BookFile file = new BookFile(folder.resolve(broker.name() + ".jsonl"));
    this.book = new Book(file, broker.openingBalance(), broker.login() % 1_000 * 1_000_000);
    this.dealing = new Dealing(accounting, book);
    this.checks = new Checks(market, accounting);
    this.stops = new StopOrders(market, instruments, book, dealing);
    this.valuation = new Valuation(accounting, market, book, instruments);
  }

  public BrokerSpec broker() {
    return broker;
  }

  public synchronized Receipt open(OpenRequest request) {
    Instant now = look();
    Scripted next = script.next();
    Optional<Instrument> found = Optional.ofNullable(instruments.get(request.symbol()));
    Optional<Retcode> refusal =
        refusal(next)
            .or(() -> found.isEmpty() ? Optional.of(Retcode.INVALID) : Optional.empty())
            .or(() -> checks.room(book.openCount()))
            .or(() -> checks.open(found.orElseThrow(), request, now));
    return refusal
        .map(Receipt::refused)
        .orElseGet(() -> enter(found.orElseThrow(), request, next, now));
  }

  private Receipt enter(Instrument instrument, OpenRequest request, Scripted next, Instant now) {
    Tick tick = market.tick(instrument.symbol(), now).orElseThrow();
    int slip = slip(next);
    if (slip > request.deviation()) {
      return Receipt.refused(Retcode.REQUOTE);
    }
    BigDecimal lots =
        next instanceof Scripted.Partial(BigDecimal there)
            ? instrument.volumes().floor(there.min(request.lots()))
            : request.lots();
    Optional<Retcode> refusal =
        lots.signum() == 0
            ? Optional.of(Retcode.REJECT)
            : checks.money(
                instrument, lots, new Checks.Money(valuation.account(now).freeMargin(), now));
    if (refusal.isPresent()) {
      return Receipt.refused(refusal.get());
    }
    OpenRequest sent = next instanceof Scripted.DropStops ? request.withoutStops() : request;
    long price = Dealing.price(request.direction(), tick, slip);
    Receipt receipt = dealing.enter(instrument, sent, new Execution(lots, price, now));
    return told(lots.compareTo(request.lots()) < 0 ? receipt.partial() : receipt, next);
  }

  /** Closes a position or a part of it at the market. */
  public synchronized Receipt close(CloseRequest request) {
    Instant now = look();
    Scripted next = script.next();
    Optional<Holding> found = book.open(request.ticket());
    Optional<Retcode> refusal =
        refusal(next)
            .or(() -> found.isEmpty() ? Optional.of(missing(request.ticket())) : Optional.empty())
            .or(() -> checks.close(instrumentOf(found.orElseThrow()), found.get(), request, now));
    return refusal
        .map(Receipt::refused)
        .orElseGet(() -> told(exit(found.orElseThrow(), request, slip(next), now), next));
  }

  private Receipt exit(Holding position, CloseRequest request, int slip, Instant now) {
    Instrument instrument = instrumentOf(position);
    Tick tick = market.tick(instrument.symbol(), now).orElseThrow();
    long price = Dealing.price(position.direction().opposite(), tick, slip);
    BigDecimal lots = request.lots().signum() == 0 ? position.lots() : request.lots();
    return dealing.exit(
        instrument,
        position,
        new Execution(lots, price, now),
        new Closing(Reason.EXPERT, request.magic(), request.comment()));
  }

  /** Moves a position's stops. */
  public synchronized Receipt modify(ModifyRequest request) {
    Instant now = look();
    Scripted next = script.next();
    Optional<Holding> found = book.open(request.ticket());
    Optional<Retcode> refusal =
        refusal(next)
            .or(() -> found.isEmpty() ? Optional.of(missing(request.ticket())) : Optional.empty())
            .or(() -> checks.modify(instrumentOf(found.orElseThrow()), found.get(), request, now));
    return refusal
        .map(Receipt::refused)
        .orElseGet(
            () -> {
              Holding position = found.orElseThrow();
              return told(dealing.restop(instrumentOf(position), position, request, now), next);
            });
  }

  /** Executes what is due and values what is left. */
  public synchronized List<PositionView> positions() {
    return valuation.positions(look());
  }

  /** How many positions the last look left open; costs nothing, however many they are. */
  public synchronized int openCount() {
    return book.openCount();
  }

  public synchronized AccountState account() {
    return valuation.account(look());
  }

  /** The account's whole history, oldest first. */
  public synchronized List<Deal> deals() {
    look();
    return book.deals();
  }

  /** Every stretch of time for which a position had no stop loss, up to now. */
  public synchronized List<Naked> naked() {
    return book.naked(look());
  }

  /** What one tick of one lot is worth now, in account currency; 0 when no rate leads there. */
  public synchronized BigDecimal tickValue(Instrument instrument) {
    Instant now = time.instant();
    return accounting.convertible(instrument, now)
        ? accounting.pointValue(instrument, now)
        : BigDecimal.ZERO;
  }

  /** What the next trade request shall meet; used up once each, in order. */
  public synchronized void script(Scripted next) {
    script.add(next);
  }

  public synchronized Switches switches() {
    return switches;
  }

  public synchronized void set(Switches wanted) {
    switches = wanted;
  }

  public MarketPlayer market() {
    return market;
  }

  public Instant now() {
    return time.instant();
  }

  /** The market goes on whether or not the terminal is connected: stops are kept by the server. */
  private Instant look() {
    Instant now = time.instant();
    stops.look(now);
    Optional<Holding> worst = valuation.toStopOut(now);
    for (; worst.isPresent(); worst = valuation.toStopOut(now)) {
      Holding position = worst.get();
      Instrument instrument = instrumentOf(position);
      Tick tick = market.tick(instrument.symbol(), now).orElseThrow();
      long price = Dealing.price(position.direction().opposite(), tick, 0);
      Closing closing = new Closing(Reason.SO, position.magic(), "[so]");
      dealing.exit(instrument, position, new Execution(position.lots(), price, now), closing);
    }
    return now;
  }

  private Optional<Retcode> refusal(Scripted next) {
    if (next instanceof Scripted.Refuse(Retcode retcode)) {
      return Optional.of(retcode);
    }
    if (!switches.connected()) {
      return Optional.of(Retcode.CONNECTION);
    }
    return switches.tradeAllowed() ? Optional.empty() : Optional.of(Retcode.CLIENT_DISABLES_AT);
  }

  private Retcode missing(long ticket) {
    return book.known(ticket) ? Retcode.POSITION_CLOSED : Retcode.INVALID;
  }

  private int slip(Scripted next) {
    return next instanceof Scripted.Slip(int points) ? points : dealing.slippage();
  }

  private static Receipt told(Receipt receipt, Scripted next) {
    return next instanceof Scripted.DoneButSays(Retcode retcode)
        ? receipt.saying(retcode)
        : receipt;
  }

  private Instrument instrumentOf(Holding position) {
    return instruments.get(position.symbol());
  }
}
