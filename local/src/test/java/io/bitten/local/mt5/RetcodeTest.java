package io.bitten.local.mt5;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.market.Direction;
import io.bitten.core.market.Symbol;
import io.bitten.core.relay.Retcode;
import io.bitten.local.market.SomeMarket;
import io.bitten.local.mt5.Instrument.Filling;
import io.bitten.local.mt5.Instrument.TradeMode;
import io.bitten.local.mt5.Switches.Autotrading;
import io.bitten.local.mt5.Switches.Line;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetcodeTest {
  @TempDir Path folder;

  @Test
  void a_good_order_is_done() {
    assertThat(Desk.still(folder).buy("0.10", "1.09500", "1.10500").retcode())
        .isEqualTo(Retcode.DONE_CODE);
  }

  @Test
  void volumes_off_the_bounds_or_the_step_are_invalid() {
    Desk desk = Desk.still(folder);

    assertThat(desk.buy("0.001", "0", "0").retcode()).isEqualTo(Retcode.INVALID_VOLUME);
    assertThat(desk.buy("0.015", "0", "0").retcode()).isEqualTo(Retcode.INVALID_VOLUME);
    assertThat(desk.buy("51", "0", "0").retcode()).isEqualTo(Retcode.INVALID_VOLUME);
    assertThat(desk.buy("-1", "0", "0").retcode()).isEqualTo(Retcode.INVALID_VOLUME);
  }

  @Test
  void stops_on_the_wrong_side_too_near_or_off_the_grid_are_invalid() {
    Desk desk = Desk.still(folder);

    assertThat(desk.buy("0.1", "1.10100", "0").retcode()).isEqualTo(Retcode.INVALID_STOPS);
    assertThat(desk.buy("0.1", "1.09991", "0").retcode()).isEqualTo(Retcode.INVALID_STOPS);
    assertThat(desk.buy("0.1", "1.09990", "0").retcode()).isEqualTo(Retcode.DONE_CODE);
    assertThat(desk.buy("0.1", "0", "1.09000").retcode()).isEqualTo(Retcode.INVALID_STOPS);
    assertThat(desk.buy("0.1", "1.095005", "0").retcode()).isEqualTo(Retcode.INVALID_STOPS);
    assertThat(desk.sell("0.1", "1.09000", "0").retcode()).isEqualTo(Retcode.INVALID_STOPS);
    assertThat(desk.sell("0.1", "1.10019", "0").retcode()).isEqualTo(Retcode.INVALID_STOPS);
    assertThat(desk.sell("0.1", "1.10020", "0").retcode()).isEqualTo(Retcode.DONE_CODE);
  }

  @Test
  void more_than_the_margin_allows_is_no_money() {
    Desk desk = Desk.still(folder);

    assertThat(desk.buy("9.5", "0", "0").retcode()).isEqualTo(Retcode.NO_MONEY);
    assertThat(desk.buy("9", "0", "0").retcode()).isEqualTo(Retcode.DONE_CODE);
    assertThat(desk.buy("0.1", "0", "0").retcode()).isEqualTo(Retcode.NO_MONEY);
  }

  @Test
  void trade_modes_are_kept() {
    assertThat(moded(TradeMode.DISABLED, Direction.BUY)).isEqualTo(Retcode.TRADE_DISABLED);
    assertThat(moded(TradeMode.CLOSEONLY, Direction.BUY)).isEqualTo(Retcode.CLOSE_ONLY);
    assertThat(moded(TradeMode.LONGONLY, Direction.SELL)).isEqualTo(Retcode.LONG_ONLY);
    assertThat(moded(TradeMode.LONGONLY, Direction.BUY)).isEqualTo(Retcode.DONE_CODE);
    assertThat(moded(TradeMode.SHORTONLY, Direction.BUY)).isEqualTo(Retcode.SHORT_ONLY);
  }

  @Test
  void a_filling_the_broker_does_not_offer_is_invalid() {
    Instrument usual = Instrument.usual(SomeMarket.EURUSD, "", 5);
    Instrument fok =
        new Instrument(
            usual.symbol(),
            usual.terminalName(),
            usual.digits(),
            usual.contractSize(),
            usual.volumes(),
            usual.stopsLevel(),
            EnumSet.of(Filling.FOK),
            usual.tradeMode(),
            usual.swaps());
    Desk desk = new Desk(folder, SomeMarket.still(5), Desk.broker(List.of(fok)));
    OpenRequest order = Desk.order(Direction.BUY, "0.1", "0", "0");

    assertThat(desk.terminal.open(filled(order, Set.of(Filling.IOC))).retcode())
        .isEqualTo(Retcode.INVALID_FILL);
    assertThat(desk.terminal.open(filled(order, Set.of(Filling.FOK, Filling.IOC))).retcode())
        .isEqualTo(Retcode.DONE_CODE);
  }

  @Test
  void a_closed_market_takes_neither_entries_nor_exits() {
    Desk desk = new Desk(folder, SomeMarket.player(1));
    long ticket = desk.buy("0.1", "0", "0").position();
    desk.pass(Duration.between(desk.now(), Instant.parse("2024-03-09T12:00:00Z")));

    assertThat(desk.buy("0.1", "0", "0").retcode()).isEqualTo(Retcode.MARKET_CLOSED);
    assertThat(desk.close(ticket, "0").retcode()).isEqualTo(Retcode.MARKET_CLOSED);
    assertThat(desk.modify(ticket, "0.90000", "0").retcode()).isEqualTo(Retcode.MARKET_CLOSED);
  }

  @Test
  void what_has_no_price_or_no_name_is_not_traded() {
    Desk early = Desk.still(folder);
    early.pass(Duration.ofDays(-1));
    assertThat(early.buy("0.1", "0", "0").retcode()).isEqualTo(Retcode.PRICE_OFF);
    Instrument unplayed = Instrument.usual(new Symbol("AUDUSD"), "", 5);
    Desk desk = new Desk(folder, SomeMarket.still(5), Desk.broker(List.of(unplayed)));
    assertThat(desk.buy("0.1", "0", "0").retcode()).isEqualTo(Retcode.INVALID);
  }

  @Test
  void a_terminal_off_line_or_without_autotrading_refuses() {
    Desk desk = Desk.still(folder);

    desk.terminal.set(new Switches(Line.DISCONNECTED, Autotrading.ALLOWED));
    assertThat(desk.buy("0.1", "0", "0").retcode()).isEqualTo(Retcode.CONNECTION);
    desk.terminal.set(new Switches(Line.CONNECTED, Autotrading.FORBIDDEN));
    assertThat(desk.buy("0.1", "0", "0").retcode()).isEqualTo(Retcode.CLIENT_DISABLES_AT);
    desk.terminal.set(Switches.ON);
    assertThat(desk.buy("0.1", "0", "0").retcode()).isEqualTo(Retcode.DONE_CODE);
  }

  @Test
  void closing_and_moving_stops_have_their_own_refusals() {
    Desk desk = Desk.still(folder);
    long ticket = desk.buy("0.10", "1.09500", "0").position();

    assertThat(desk.close(ticket, "0.20").retcode()).isEqualTo(Retcode.INVALID_CLOSE_VOLUME);
    assertThat(desk.close(ticket, "0.015").retcode()).isEqualTo(Retcode.INVALID_VOLUME);
    assertThat(desk.modify(ticket, "1.0950", "0").retcode()).isEqualTo(Retcode.NO_CHANGES);
    assertThat(desk.modify(ticket, "1.2", "0").retcode()).isEqualTo(Retcode.INVALID_STOPS);
    assertThat(desk.close(ticket, "0").retcode()).isEqualTo(Retcode.DONE_CODE);
    assertThat(desk.close(ticket, "0").retcode()).isEqualTo(Retcode.POSITION_CLOSED);
    assertThat(desk.modify(ticket, "1", "0").retcode()).isEqualTo(Retcode.POSITION_CLOSED);
    assertThat(desk.close(999, "0").retcode()).isEqualTo(Retcode.INVALID);
  }

  @Test
  void a_slip_beyond_the_deviation_is_a_requote() {
    Desk desk = Desk.still(folder);
    OpenRequest order = Desk.order(Direction.BUY, "0.1", "0", "0");
    OpenRequest strict =
        new OpenRequest(
            order.symbol(),
            order.direction(),
            order.lots(),
            order.stopLoss(),
            order.takeProfit(),
            5,
            Set.of(),
            1,
            "");
    desk.terminal.script(new Scripted.Slip(6));
    assertThat(desk.terminal.open(strict).retcode()).isEqualTo(Retcode.REQUOTE);
    desk.terminal.script(new Scripted.Slip(5));
    Receipt slipped = desk.terminal.open(strict);
    assertThat(slipped.retcode()).isEqualTo(Retcode.DONE_CODE);
    assertThat(slipped.price()).isEqualByComparingTo("1.10015");
  }

  @Test
  void a_partial_fill_says_so_and_leaves_the_rest() {
    Desk desk = Desk.still(folder);
    desk.terminal.script(new Scripted.Partial(new BigDecimal("0.037")));

    Receipt receipt = desk.buy("0.10", "1.09500", "0");
    assertThat(receipt.retcode()).isEqualTo(Retcode.DONE_PARTIAL);
    assertThat(receipt.lots()).isEqualByComparingTo("0.03");
    assertThat(desk.terminal.positions().getFirst().lots()).isEqualByComparingTo("0.03");
    desk.terminal.script(new Scripted.Partial(new BigDecimal("0.001")));
    assertThat(desk.buy("0.10", "0", "0").retcode()).isEqualTo(Retcode.REJECT);
  }

  @Test
  void every_code_can_be_scripted_with_and_without_an_effect() {
    for (Retcode retcode : Retcode.values()) {
      Desk desk = Desk.still(folder.resolve(retcode.name()));
      desk.terminal.script(new Scripted.Refuse(retcode));
      assertThat(desk.buy("0.1", "0", "0").retcode()).isEqualTo(retcode);
      assertThat(desk.sim.entryDealsByMagic()).isEmpty();
      desk.terminal.script(new Scripted.DoneButSays(retcode));
      assertThat(desk.buy("0.1", "0", "0").retcode()).isEqualTo(retcode);
      assertThat(desk.sim.entryDealsByMagic()).containsEntry(42L, 1);
    }
    assertThat(Arrays.stream(Retcode.values()).map(Retcode::code).distinct())
        .hasSameSizeAs(Retcode.values());
  }

  private Retcode moded(TradeMode mode, Direction direction) {
    Instrument instrument = Instrument.usual(SomeMarket.EURUSD, "", 5).withTradeMode(mode);
    Desk desk =
        new Desk(
            folder.resolve(mode + "-" + direction),
            SomeMarket.still(5),
            Desk.broker(List.of(instrument)));
    return desk.terminal.open(Desk.order(direction, "0.1", "0", "0")).retcode();
  }

  private static OpenRequest filled(OpenRequest order, Set<Filling> fillings) {
    return new OpenRequest(
        order.symbol(),
        order.direction(),
        order.lots(),
        order.stopLoss(),
        order.takeProfit(),
        order.deviation(),
        fillings,
        order.magic(),
        order.comment());
  }
}
