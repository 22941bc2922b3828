package io.bitten.local.mt5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.core.market.Currency;
import io.bitten.core.relay.Retcode;
import io.bitten.local.market.MarketPlayer;
import io.bitten.local.market.Recording;
import io.bitten.local.market.SomeMarket;
import io.bitten.local.mt5.Deal.Entry;
import io.bitten.local.mt5.Deal.Reason;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminalTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir Path folder;

  @Test
  void a_buy_pays_the_ask_and_is_worth_the_bid() {
    Desk desk = Desk.still(folder);
    Receipt receipt = desk.buy("0.50", "1.09500", "1.10600");

    assertThat(receipt.price()).isEqualByComparingTo("1.10010");
    PositionView position = desk.terminal.positions().getFirst();
    assertThat(position.ticket()).isEqualTo(receipt.position());
    assertThat(position.profit()).isEqualByComparingTo("-5.00");
    assertThat(position.stopLoss()).isEqualByComparingTo("1.09500");
    assertThat(position.magic()).isEqualTo(42);
    AccountState account = desk.terminal.account();
    assertThat(account.balance()).isEqualByComparingTo("10000.00");
    assertThat(account.equity()).isEqualByComparingTo("9995.00");
    assertThat(account.margin()).isEqualByComparingTo("550.03");
    assertThat(account.freeMargin()).isEqualByComparingTo("9444.97");
  }

  @Test
  void commission_is_paid_each_way_and_the_balance_is_the_sum_of_the_deals() {
    MarketPlayer market = SomeMarket.still(48);
    BrokerSpec costly = BrokerSpec.usual("sim-costly", 9, Mt5Sim.instruments(market, ""));
    Desk desk = new Desk(folder, market, costly);

    long ticket = desk.buy("1.00", "0", "0").position();
    assertThat(desk.terminal.account().balance()).isEqualByComparingTo("9996.50");
    desk.close(ticket, "0.40");
    desk.close(ticket, "0");
    List<Deal> deals = desk.terminal.deals();
    assertThat(deals).extracting(Deal::entry).containsExactly(Entry.IN, Entry.OUT, Entry.OUT);
    assertThat(deals)
        .extracting(deal -> deal.commission().toString())
        .containsExactly("-3.50", "-1.40", "-2.10");
    assertThat(desk.terminal.account().balance())
        .isEqualByComparingTo(
            deals.stream().map(Deal::net).reduce(new BigDecimal("10000"), BigDecimal::add));
    assertThat(desk.terminal.positions()).isEmpty();
  }

  @Test
  void positions_and_history_are_found_again_after_a_restart() throws IOException {
    Desk before = Desk.still(folder);
    long kept = before.buy("0.10", "1.09500", "1.10500").position();
    long gone = before.sell("0.20", "1.10500", "0").position();
    before.close(gone, "0");
    before.modify(kept, "1.09600", "0");
    Files.writeString(
        folder.resolve(Desk.BROKER + ".jsonl"), "{\"position\":{\"tic", StandardOpenOption.APPEND);

    Desk after = Desk.still(folder);
    assertThat(after.terminal.positions()).isEqualTo(before.terminal.positions());
    assertThat(after.terminal.deals()).isEqualTo(before.terminal.deals());
    assertThat(after.terminal.account()).isEqualTo(before.terminal.account());
    assertThat(after.buy("0.10", "0", "0").position())
        .isGreaterThan(before.terminal.deals().getLast().ticket());
    assertThat(Desk.still(folder).terminal.positions()).hasSize(2);
  }

  @Test
  void an_account_without_margin_is_stopped_out() {
    Recording crash =
        SomeMarket.bars(
            new long[] {110_000, 110_000, 110_000, 110_000},
            new long[] {110_000, 110_000, 108_900, 108_900});
    Desk desk = Desk.playing(folder, crash);
    desk.buy("9.00", "0", "0");
    desk.pass(HOUR.plusMinutes(49));

    assertThat(desk.terminal.deals().getLast().reason()).isEqualTo(Reason.SO);
    assertThat(desk.terminal.positions()).isEmpty();
  }

  @Test
  void a_position_without_a_stop_is_counted_by_its_time() {
    Desk desk = Desk.still(folder);
    desk.terminal.script(new Scripted.DropStops());
    long ticket = desk.buy("0.10", "1.09500", "0").position();
    desk.pass(Duration.ofSeconds(7));
    assertThat(desk.sim.naked())
        .containsExactly(new Naked(ticket, 42, Desk.START, Duration.ofSeconds(7)));
    desk.modify(ticket, "1.09500", "0");
    desk.pass(Duration.ofSeconds(100));
    desk.buy("0.10", "1.09500", "0");

    assertThat(desk.sim.naked()).extracting(Naked::lasted).containsExactly(Duration.ofSeconds(7));
    assertThat(desk.sim.entryDealsByMagic()).containsExactly(java.util.Map.entry(42L, 2));
  }

  @Test
  void nights_cost_swap_and_wednesdays_three_times() {
    Instant monday = Instant.parse("2024-03-04T12:00:00Z");
    assertThat(Accounting.nights(monday, monday.plus(HOUR.multipliedBy(8)))).isZero();
    assertThat(Accounting.nights(monday, monday.plus(HOUR.multipliedBy(24)))).isEqualTo(1);
    assertThat(Accounting.nights(monday, monday.plus(Duration.ofDays(7)))).isEqualTo(7);
    assertThat(Accounting.nights(monday.plus(Duration.ofDays(2)), monday.plus(Duration.ofDays(3))))
        .isEqualTo(3);

    Desk desk = Desk.still(folder);
    desk.buy("1.00", "0", "0");
    desk.pass(Duration.ofDays(1));
    assertThat(desk.terminal.positions().getFirst().swap()).isEqualByComparingTo("-6.50");
  }

  @Test
  void an_account_holds_no_more_positions_than_its_broker_allows() {
    MarketPlayer market = SomeMarket.still(48);
    BrokerSpec two = Desk.broker(Mt5Sim.instruments(market, "")).holding(2);
    Desk desk = new Desk(folder, market, two);

    long first = desk.buy("0.10", "0", "0").position();
    desk.buy("0.10", "0", "0");
    assertThat(desk.buy("0.10", "0", "0").retcode()).isEqualTo(Retcode.LIMIT_POSITIONS);
    desk.close(first, "0");
    assertThat(desk.buy("0.10", "0", "0").retcode()).isEqualTo(Retcode.DONE_CODE);
  }

  @Test
  void money_is_converted_to_the_accounts_currency() {
    MarketPlayer market = SomeMarket.player(3);
    BrokerSpec usual = BrokerSpec.usual("sim-eur", 1, Mt5Sim.instruments(market, ""));
    BrokerSpec euro =
        new BrokerSpec(
            usual.name(),
            1,
            "BittenSim-Demo",
            new Currency("EUR"),
            usual.openingBalance(),
            100,
            BigDecimal.ZERO,
            0,
            usual.mostPositions(),
            usual.instruments());
    Desk desk = new Desk(folder, market, euro);
    Instrument yen =
        usual.instruments().stream()
            .filter(it -> it.symbol().equals(SomeMarket.USDJPY))
            .findFirst()
            .orElseThrow();

    double usdjpy = middle(market, SomeMarket.USDJPY, desk.now());
    double eurusd = middle(market, SomeMarket.EURUSD, desk.now());
    assertThat(desk.terminal.tickValue(yen).doubleValue())
        .isCloseTo(100 / usdjpy / eurusd, org.assertj.core.data.Percentage.withPercentage(0.001));
  }

  @Test
  void a_brokers_name_shows_that_it_is_simulated() {
    assertThatThrownBy(() -> BrokerSpec.usual("icmarkets", 1, List.of()))
        .hasMessageContaining("begins with sim");
  }

  private static double middle(
      MarketPlayer market, io.bitten.core.market.Symbol symbol, Instant now) {
    var quote = market.quote(symbol, now).orElseThrow();
    return (quote.bid().value().doubleValue() + quote.ask().value().doubleValue()) / 2;
  }
}
