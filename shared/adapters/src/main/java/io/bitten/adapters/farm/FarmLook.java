package io.bitten.adapters.farm;

import io.bitten.adapters.json.BadJson;
import io.bitten.adapters.json.Fields;
import io.bitten.adapters.terminal.BrokerClock;
import io.bitten.adapters.terminal.SymbolNames;
import io.bitten.adapters.terminal.TerminalFields;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.account.Money;
import io.bitten.core.account.Position;
import io.bitten.core.account.Ticket;
import io.bitten.core.market.Currency;
import io.bitten.core.market.Price;
import io.bitten.core.market.Quote;
import io.bitten.core.market.Symbol;
import io.bitten.core.market.SymbolSpec;
import io.bitten.core.relay.Look;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One account from a farm's lists. Throws {@link BadJson} on anything that would leave the look
 * incomplete; a quote or specification that cannot be read is left out, and so is not traded.
 */
final class FarmLook {
  private static final int MAX_POSITIONS = 2_000;
  private static final int LONGEST = 200;
  private static final String TIME = "time";

  private final AccountId account;
  private final String broker;
  private final SymbolNames names;
  private final BrokerClock clock = new BrokerClock();
  private final MarginMode margin = new MarginMode();

  FarmLook(AccountId account, String broker, SymbolNames names) {
    this.account = account;
    this.broker = broker;
    this.names = names;
  }

  /** What is learned of the broker's clock. */
  BrokerClock clock() {
    return clock;
  }

  /** What the farm's answers said about the account's margin mode. */
  MarginMode margin() {
    return margin;
  }

  /** Whether the farm says that the broker's terminal is connected. */
  boolean connected(Fields status) {
    Fields terminal = status.object("brokers").object(broker);
    margin.told("/status", terminal);
    return terminal.flag("connected");
  }

  /** Takes what the farm's health says beside its state. */
  void learnHealth(Fields health) {
    readable(
        () ->
            health
                .maybeObject("brokers")
                .flatMap(brokers -> brokers.maybeObject(broker))
                .ifPresent(terminal -> margin.told("/health", terminal)));
  }

  Look.Complete look(Fields positions, Fields live, Instant at) {
    learn(live);
    newestTick(live).ifPresent(tick -> clock.saw(tick, at));
    Fields money = account(live);
    Currency currency = new Currency(money.text("currency", LONGEST));
    Map<Ticket, String> comments = new HashMap<>();
    List<Position> open = positions(positions, currency, comments);
    AccountSnapshot snapshot =
        new AccountSnapshot(
            account,
            at,
            new Money(money.money("balance"), currency),
            new Money(money.money("equity"), currency),
            new Money(money.money("margin"), currency),
            new Money(money.money("free_margin"), currency),
            open,
            quotes(live, at),
            specs(live));
    return new Look.Complete(snapshot, comments, Set.of());
  }

  /** Takes the terminal's symbol names from its quotes, and the account's margin mode. */
  void learn(Fields live) {
    readable(() -> money(live).ifPresent(account -> margin.told("/live_data", account)));
    live.object("brokers")
        .maybeObject(broker)
        .ifPresent(quotes -> names.list(Set.copyOf(quotes.names())));
  }

  private List<Position> positions(Fields answer, Currency currency, Map<Ticket, String> comments) {
    List<Fields> all = answer.objects("positions", MAX_POSITIONS);
    long count = answer.maybeWhole("count").orElse((long) all.size());
    if (count != all.size()) {
      throw answer.refuse("count", "is " + count + " for " + all.size() + " positions");
    }
    for (String proof : List.of("complete", "connected")) {
      if (answer.has(proof) && !answer.flag(proof)) {
        throw answer.refuse(proof, "is false");
      }
    }
    List<Position> open = new ArrayList<>();
    for (Fields one : all) {
      if (one.maybeText("broker", LONGEST).orElse(broker).equals(broker)) {
        TerminalFields.readable(one, names, new TerminalFields.Reader(currency, clock))
            .ifPresent(
                position -> {
                  open.add(position);
                  one.maybeText("comment", LONGEST)
                      .ifPresent(text -> comments.put(position.ticket(), text));
                });
      }
    }
    return open;
  }

  private Fields account(Fields live) {
    Fields money = money(live).orElseGet(() -> live.object("account"));
    String login = TerminalFields.either(money, "login");
    if (!login.isEmpty() && !account.value().startsWith(login + "@")) {
      throw money.refuse("login", "is " + login + ", not " + account);
    }
    String server = money.maybeText("server", LONGEST).orElse("");
    if (!server.isEmpty() && !account.value().endsWith("@" + server)) {
      throw money.refuse("server", "is " + server + ", not " + account);
    }
    return money;
  }

  private Optional<Fields> money(Fields live) {
    return live.maybeObject("accounts")
        .flatMap(accounts -> accounts.maybeObject(broker))
        .or(() -> live.maybeObject("account"));
  }

  private Optional<Instant> newestTick(Fields live) {
    List<Instant> ticks = new ArrayList<>();
    each(
        live.object("brokers").maybeObject(broker),
        (symbol, one) -> {
          if (TerminalFields.zoned(one, TIME)) {
            clock.toldItsOffset();
          } else {
            ticks.add(TerminalFields.shown(one, TIME));
          }
        });
    return ticks.stream().max(Instant::compareTo);
  }

  /** Of its broker's future is only what is read with a clock that is not learned yet. */
  private Instant tick(Fields one, Instant now) {
    Instant at = TerminalFields.time(one, TIME, clock);
    if (at.isAfter(now.plus(BrokerClock.NEAR))) {
      throw one.refuse(TIME, "is not over yet: " + at);
    }
    return at;
  }

  private Map<Symbol, Quote> quotes(Fields live, Instant now) {
    Map<Symbol, Quote> quotes = new HashMap<>();
    each(
        live.object("brokers").maybeObject(broker),
        (symbol, one) ->
            quotes.put(
                symbol,
                new Quote(
                    symbol,
                    new Price(one.decimal("bid")),
                    new Price(one.decimal("ask")),
                    tick(one, now))));
    return quotes;
  }

  private Map<Symbol, SymbolSpec> specs(Fields live) {
    Map<Symbol, SymbolSpec> specs = new HashMap<>();
    each(
        live.maybeObject("specs").flatMap(all -> all.maybeObject(broker)),
        (symbol, one) ->
            specs.put(
                symbol,
                TerminalFields.spec(
                    one, symbol, names.terminalName(symbol).orElse(symbol.code()))));
    return specs;
  }

  private interface PerSymbol {
    void read(Symbol symbol, Fields one);
  }

  /** Every entry whose name is the one name of its pair; what cannot be read is left out. */
  private void each(Optional<Fields> entries, PerSymbol reader) {
    Consumer<String> one =
        name -> {
          Optional<Symbol> symbol =
              names.symbol(name).filter(s -> names.terminalName(s).equals(Optional.of(name)));
          if (symbol.isPresent()) {
            readable(() -> reader.read(symbol.get(), entries.get().object(name)));
          }
        };
    entries.ifPresent(all -> all.names().forEach(one));
  }

  private static boolean readable(Runnable read) {
    try {
      read.run();
      return true;
    } catch (BadJson | IllegalArgumentException | ArithmeticException e) {
      return false;
    }
  }
}
