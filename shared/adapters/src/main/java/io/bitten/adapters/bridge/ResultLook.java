package io.bitten.adapters.bridge;

import io.bitten.adapters.json.BadJson;
import io.bitten.adapters.json.Fields;
import io.bitten.adapters.terminal.BrokerClock;
import io.bitten.adapters.terminal.SymbolNames;
import io.bitten.adapters.terminal.TerminalFields;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.account.Magic;
import io.bitten.core.account.Money;
import io.bitten.core.account.Position;
import io.bitten.core.account.Ticket;
import io.bitten.core.market.Currency;
import io.bitten.core.market.Price;
import io.bitten.core.market.Quote;
import io.bitten.core.market.Symbol;
import io.bitten.core.market.SymbolSpec;
import io.bitten.core.relay.Deal;
import io.bitten.core.relay.Look;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One account from the answers to journaled questions. Throws {@link BadJson} on anything that
 * would leave a list incomplete; a quote or specification that cannot be read is left out, and so
 * is not traded.
 */
final class ResultLook {
  private static final int MAX_POSITIONS = 1_000;
  private static final int MAX_SYMBOLS = 1_000;
  private static final int MAX_DEALS = 5_000;
  private static final int LONGEST = 200;

  private final AccountId account;
  private final SymbolNames names;

  ResultLook(AccountId account, SymbolNames names) {
    this.account = account;
    this.names = names;
  }

  /** Takes the terminal's names. */
  void learn(Fields symbols) {
    Set<String> listed =
        complete(symbols, "symbols").objects("symbols", MAX_SYMBOLS).stream()
            .map(one -> one.text("name", LONGEST))
            .collect(Collectors.toSet());
    names.list(listed);
  }

  Look.Complete look(Fields positions, Fields symbols, Instant at) {
    learn(symbols);
    Fields money = money(complete(positions, "positions"));
    Currency currency = new Currency(money.text("currency", LONGEST));
    Map<Ticket, String> comments = new HashMap<>();
    List<Position> open = new ArrayList<>();
    for (Fields one : positions.objects("positions", MAX_POSITIONS)) {
      TerminalFields.readable(one, names, read(currency, one))
          .ifPresent(
              position -> {
                open.add(position);
                comments.put(position.ticket(), one.maybeText("comment", LONGEST).orElse(""));
              });
    }
    Map<Symbol, Quote> quotes = new HashMap<>();
    Map<Symbol, SymbolSpec> specs = new HashMap<>();
    symbols.objects("symbols", MAX_SYMBOLS).forEach(one -> symbol(one, quotes, specs));
    AccountSnapshot snapshot =
        new AccountSnapshot(
            account,
            at,
            new Money(money.money("balance"), currency),
            new Money(money.money("equity"), currency),
            new Money(money.money("margin"), currency),
            new Money(money.money("free_margin"), currency),
            open,
            quotes,
            specs);
    return new Look.Complete(snapshot, comments, working(positions));
  }

  /** The orders that are still at work; an Expert Advisor of before this list tells none. */
  private static Set<Magic> working(Fields positions) {
    return positions.isList("orders")
        ? positions.objects("orders", MAX_POSITIONS).stream()
            .map(TerminalFields::magic)
            .collect(Collectors.toSet())
        : Set.of();
  }

  List<Deal> deals(Fields history) {
    Currency currency = new Currency(money(complete(history, "deals")).text("currency", LONGEST));
    List<Deal> deals = new ArrayList<>();
    for (Fields one : history.objects("deals", MAX_DEALS)) {
      names
          .symbol(one.text("symbol", LONGEST))
          .ifPresent(symbol -> deals.add(TerminalFields.deal(one, symbol, read(currency, one))));
    }
    return deals;
  }

  /** The account's money, from the account that is meant. */
  private Fields money(Fields answer) {
    Fields money = answer.object("account");
    String told = money.whole("login") + "@" + money.text("server", LONGEST);
    if (!told.equals(account.value())) {
      throw money.refuse("login", "is of " + told + ", not " + account);
    }
    return money;
  }

  private static Fields complete(Fields answer, String list) {
    if (!answer.flag("connected") || !answer.flag("complete")) {
      String code = answer.maybeText("code", LONGEST).orElse("");
      throw answer.refuse(list, ("is not complete " + code).strip());
    }
    return answer;
  }

  /** The one symbol that stands for its pair, when it may be traded. */
  private void symbol(Fields one, Map<Symbol, Quote> quotes, Map<Symbol, SymbolSpec> specs) {
    String name = one.text("name", LONGEST);
    Optional<Symbol> meant =
        names.symbol(name).filter(pair -> names.terminalName(pair).equals(Optional.of(name)));
    if (meant.isPresent() && one.flag("full")) {
      Symbol symbol = meant.get();
      readable(
          () ->
              quotes.put(
                  symbol,
                  new Quote(
                      symbol,
                      new Price(one.decimal("bid")),
                      new Price(one.decimal("ask")),
                      TerminalFields.shown(one, "time"))));
      readable(() -> specs.put(symbol, TerminalFields.spec(one, symbol, name)));
    }
  }

  /**
   * The EA takes its broker's offset off every time itself. Newer ones tell a position's
   * identifier, which stays when the broker gives it another ticket.
   */
  private static TerminalFields.Reader read(Currency currency, Fields one) {
    String id = one.has("identifier") ? "identifier" : "ticket";
    return new TerminalFields.Reader(currency, new BrokerClock(), id);
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
