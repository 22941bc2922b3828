package io.bitten.local.mt5;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bitten.core.market.Quote;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;

/** What the farm tells about its terminals. Times are UTC, {@code timestamp} is epoch seconds. */
final class FarmViews {
  private FarmViews() {}

  static ObjectNode health(Collection<Terminal> terminals) {
    ObjectNode answer = stamped(terminals);
    boolean all = terminals.stream().allMatch(it -> it.switches().connected());
    answer.put("status", all ? "healthy" : "degraded");
    ObjectNode brokers = answer.putObject("brokers");
    for (Terminal terminal : terminals) {
      BrokerSpec spec = terminal.broker();
      brokers
          .putObject(spec.name())
          .put("connected", terminal.switches().connected())
          .put("trade_allowed", terminal.switches().tradeAllowed())
          .put("login", spec.login())
          .put("server", spec.server())
          .put("currency", spec.currency().code())
          .put("leverage", spec.leverage())
          .put("account_type", "demo")
          .put("margin_mode", "hedging");
    }
    return answer;
  }

  static ObjectNode status(Collection<Terminal> terminals) {
    ObjectNode answer = stamped(terminals);
    ObjectNode brokers = answer.putObject("brokers");
    for (Terminal terminal : terminals) {
      brokers
          .putObject(terminal.broker().name())
          .put("connected", terminal.switches().connected())
          .put("last_heartbeat", terminal.now().toString())
          .put("positions", terminal.openCount());
    }
    return answer;
  }

  static ObjectNode positions(Collection<Terminal> terminals) {
    ObjectNode answer = proof(stamped(terminals), terminals);
    ArrayNode list = answer.putArray("positions");
    for (Terminal terminal : terminals) {
      for (PositionView position : terminal.positions()) {
        list.add(position(position).put("broker", terminal.broker().name()));
      }
    }
    return answer.put("count", list.size());
  }

  static ObjectNode position(PositionView position) {
    return Wire.object()
        .put("ticket", position.ticket())
        .put("identifier", position.ticket())
        .put("symbol", position.symbol())
        .put("type", position.direction().name())
        .put("volume", position.lots())
        .put("open_price", position.openPrice())
        .put("sl", position.stopLoss())
        .put("tp", position.takeProfit())
        .put("profit", position.profit())
        .put("swap", position.swap())
        .put("commission", position.commission())
        .put("magic", position.magic())
        .put("comment", position.comment())
        .put("open_time", position.openedAt().toString());
  }

  static ObjectNode history(Collection<Terminal> terminals, Predicate<Deal> wanted) {
    ObjectNode answer = proof(stamped(terminals), terminals);
    ArrayNode list = answer.putArray("deals");
    for (Terminal terminal : terminals) {
      for (Deal deal : terminal.deals()) {
        if (wanted.test(deal)) {
          list.add(deal(deal).put("broker", terminal.broker().name()));
        }
      }
    }
    return answer.put("count", list.size());
  }

  private static ObjectNode deal(Deal deal) {
    return Wire.object()
        .put("ticket", deal.ticket())
        .put("order", deal.order())
        .put("position", deal.position())
        .put("symbol", deal.symbol())
        .put("type", deal.direction().name())
        .put("entry", deal.entry().name())
        .put("volume", deal.lots())
        .put("price", deal.price())
        .put("profit", deal.profit())
        .put("swap", deal.swap())
        .put("commission", deal.commission())
        .put("magic", deal.magic())
        .put("comment", deal.comment())
        .put("reason", deal.reason().name())
        .put("time", deal.time().toString());
  }

  static ObjectNode liveData(Collection<Terminal> terminals) {
    ObjectNode answer = proof(stamped(terminals), terminals);
    ObjectNode brokers = answer.putObject("brokers");
    ObjectNode accounts = answer.putObject("accounts");
    ObjectNode specs = answer.putObject("specs");
    for (Terminal terminal : terminals) {
      String name = terminal.broker().name();
      brokers.set(name, quotes(terminal));
      accounts.set(
          name,
          account(terminal.account())
              .put("server", terminal.broker().server())
              .put("mode", "demo")
              .put("margin_mode", "hedging"));
      specs.set(name, specs(terminal));
    }
    answer.set("account", account(first(terminals).account()));
    return answer;
  }

  private static ObjectNode quotes(Terminal terminal) {
    ObjectNode node = Wire.object();
    for (Instrument instrument : terminal.broker().instruments()) {
      Optional<Quote> found = terminal.market().quote(instrument.symbol(), terminal.now());
      found.ifPresent(
          quote ->
              node.putObject(instrument.terminalName())
                  .put("bid", quote.bid().value())
                  .put("ask", quote.ask().value())
                  .put("spread", quote.spread().movePointRight(instrument.digits()).intValue())
                  .put("time", quote.at().toString()));
    }
    return node;
  }

  static ObjectNode account(AccountState account) {
    return Wire.object()
        .put("login", account.login())
        .put("currency", account.currency().code())
        .put("balance", account.balance())
        .put("equity", account.equity())
        .put("margin", account.margin())
        .put("free_margin", account.freeMargin())
        .put("leverage", account.leverage())
        .put("simulated", true);
  }

  private static ObjectNode specs(Terminal terminal) {
    ObjectNode node = Wire.object();
    for (Instrument instrument : terminal.broker().instruments()) {
      node.putObject(instrument.terminalName())
          .put("currency_base", instrument.symbol().base().code())
          .put("currency_profit", instrument.symbol().quote().code())
          .put("digits", instrument.digits())
          .put("point", instrument.point())
          .put("contract_size", instrument.contractSize())
          .put("tick_size", instrument.point())
          .put("tick_value", terminal.tickValue(instrument))
          .put("volume_min", instrument.volumes().min())
          .put("volume_step", instrument.volumes().step())
          .put("volume_max", instrument.volumes().max())
          .put("stops_level", instrument.stopsLevel())
          .put(
              "filling_mode",
              instrument.fillings().stream().mapToInt(Instrument.Filling::bit).sum())
          .put("trade_mode", instrument.tradeMode().name());
    }
    return node;
  }

  private static ObjectNode stamped(Collection<Terminal> terminals) {
    Instant now = first(terminals).now();
    return Wire.object().put("timestamp", now.getEpochSecond()).put("simulated", true);
  }

  /**
   * What makes a list an answer: complete, from a connected terminal, of this account, at this
   * time.
   */
  private static ObjectNode proof(ObjectNode answer, Collection<Terminal> terminals) {
    boolean connected = terminals.stream().allMatch(it -> it.switches().connected());
    Instant now = first(terminals).now();
    return answer
        .put("complete", connected)
        .put("connected", connected)
        .put("history_synced", connected)
        .put("account", first(terminals).broker().login())
        .put("server_time", TerminalTime.text(now))
        .put("clock", now.toString())
        .put("clock_ms", now.toEpochMilli());
  }

  private static Terminal first(Collection<Terminal> terminals) {
    return terminals.iterator().next();
  }
}
