package io.bitten.local.sim;

import io.bitten.core.account.AccountId;
import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.account.Magic;
import io.bitten.core.account.Money;
import io.bitten.core.account.Position;
import io.bitten.core.market.Level;
import io.bitten.core.market.Quote;
import io.bitten.core.market.Symbol;
import io.bitten.core.market.SymbolSpec;
import io.bitten.core.order.ExitReason;
import io.bitten.core.relay.Deal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the Expert Advisor writes, as {@code mt5/PROTOCOL.md} has it. */
final class ExpertTexts {
  private static final int CENTS = 2;

  private ExpertTexts() {}

  static String result(ExpertRequest request, ExpertAnswer answer, String account) {
    return "{\"id\":\""
        + request.id()
        + "\",\"command\":\""
        + request.command()
        + "\",\"status\":\""
        + answer.status()
        + "\",\"code\":\""
        + answer.code()
        + "\",\"retcode\":"
        + answer.retcode()
        + ",\"message\":\"\",\"ticket\":"
        + answer.ticket()
        + ",\"volume\":"
        + answer.volume().toPlainString()
        + ",\"price\":"
        + answer.price().toPlainString()
        + ",\"account\":"
        + account
        + answer.list()
        + "}\n";
  }

  /** The terminal's state that a status shows. */
  record State(boolean connected, boolean synced, boolean halted, ExpertJournal journal) {}

  static String status(State state, String account) {
    return "{\"type\":\"status\",\"message\":\"ready\",\"connected\":"
        + state.connected()
        + ",\"positions\":null,\"profile\":\"journaled\",\"account\":"
        + account
        + ",\"trade_allowed\":true,\"complete\":"
        + state.synced()
        + ",\"halted\":"
        + state.halted()
        + ",\"epoch\":"
        + state.journal().epoch()
        + ",\"known\":"
        + state.journal().size()
        + "}\n";
  }

  static String account(AccountSnapshot one) {
    AccountId id = one.account();
    return "{\"login\":"
        + id.value().substring(0, id.value().indexOf('@'))
        + ",\"server\":\""
        + id.value().substring(id.value().indexOf('@') + 1)
        + "\",\"currency\":\"USD\",\"hedging\":true,\"balance\":"
        + cents(one.balance())
        + ",\"equity\":"
        + cents(one.equity())
        + ",\"margin\":"
        + cents(one.margin())
        + ",\"free_margin\":"
        + cents(one.freeMargin())
        + "}";
  }

  private static String cents(Money money) {
    return money.amount().setScale(CENTS, RoundingMode.HALF_UP).toPlainString();
  }

  /** A list's name and what is in it, as the end of a result. */
  static String list(String name, List<String> entries) {
    return ",\"connected\":true,\"complete\":true,\""
        + name
        + "\":["
        + String.join(",", entries)
        + "]";
  }

  /** Beside positions: the orders that the broker has taken and not ended. */
  static String orders(ExpertRequest request, Collection<Magic> working) {
    return request.command().equals("positions")
        ? working.stream()
            .map(magic -> "{\"magic\":" + magic + "}")
            .collect(Collectors.joining(",", ",\"orders\":[", "]"))
        : "";
  }

  static String incomplete(boolean connected) {
    return ",\"connected\":" + connected + ",\"complete\":false";
  }

  /** What a terminal's pairs are called, and what its times are. */
  record View(Function<Symbol, String> names, ServerClock.Now now) {
    private String name(Symbol symbol) {
      return names.apply(symbol);
    }
  }

  static List<String> symbols(AccountSnapshot one, View view) {
    return Prices.SYMBOLS.stream()
        .map(symbol -> symbol(one.specs().get(symbol), one.quotes().get(symbol), view))
        .collect(Collectors.toList());
  }

  private static String symbol(SymbolSpec spec, Quote quote, View view) {
    return "{\"name\":\""
        + view.name(spec.symbol())
        + "\",\"digits\":"
        + spec.digits()
        + ",\"bid\":"
        + quote.bid()
        + ",\"ask\":"
        + quote.ask()
        + ",\"time\":"
        + view.now().seconds(quote.at())
        + ",\"contract_size\":"
        + spec.contractSize().toPlainString()
        + ",\"tick_size\":"
        + spec.tickSize().toPlainString()
        + ",\"tick_value\":"
        + spec.tickValue().toPlainString()
        + ",\"volume_min\":"
        + spec.volumeMin()
        + ",\"volume_step\":"
        + spec.volumeStep()
        + ",\"volume_max\":"
        + spec.volumeMax()
        + ",\"stops_level\":"
        + spec.stopsLevelPoints()
        + ",\"full\":true}";
  }

  static String position(Position one, String comment, View view) {
    return "{\"ticket\":"
        + one.ticket()
        + ",\"symbol\":\""
        + view.name(one.symbol())
        + "\",\"type\":\""
        + one.direction()
        + "\",\"volume\":"
        + one.lots()
        + ",\"open_price\":"
        + one.openPrice()
        + ",\"sl\":"
        + level(one.stopLoss())
        + ",\"tp\":"
        + level(one.takeProfit())
        + ",\"profit\":"
        + cents(one.profit())
        + ",\"swap\":0.00,\"magic\":"
        + one.magic()
        + ",\"comment\":\""
        + comment
        + "\",\"open_time\":"
        + view.now().seconds(one.openedAt())
        + "}";
  }

  private static String level(Level level) {
    return switch (level) {
      case Level.At at -> at.price().toString();
      case Level.Absent none -> BigDecimal.ZERO.toString();
    };
  }

  static String deal(Deal one, View view) {
    boolean in = one.side() != Deal.Side.EXIT;
    String type = one.side() == Deal.Side.ANNULLED ? "BUY_CANCELED" : "BUY";
    return "{\"symbol\":\""
        + view.name(one.symbol())
        + "\",\"position\":"
        + one.position()
        + ",\"type\":\""
        + type
        + "\",\"entry\":\""
        + (in ? "IN" : "OUT")
        + "\",\"volume\":"
        + one.lots()
        + ",\"price\":"
        + one.price()
        + ",\"profit\":"
        + (in ? "0.00" : cents(one.net()))
        + ",\"swap\":0.00,\"commission\":"
        + (in ? cents(one.net()) : "0.00")
        + ",\"reason\":\""
        + reason(one.reason())
        + "\",\"magic\":"
        + one.magic()
        + ",\"comment\":\""
        + one.comment()
        + "\",\"time\":"
        + view.now().seconds(one.at())
        + "}";
  }

  private static String reason(ExitReason reason) {
    return switch (reason) {
      case STOP_LOSS -> "SL";
      case TAKE_PROFIT -> "TP";
      case STOP_OUT -> "SO";
      case TRADER, PANIC, NO_STOP, LATE, ANNULLED, OUTSIDE -> "";
    };
  }
}
