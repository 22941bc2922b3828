package io.bitten.adapters.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Event;
import io.bitten.core.Some;
import io.bitten.core.SomeKinds;
import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.account.Link;
import io.bitten.core.account.Oath;
import io.bitten.core.account.Position;
import io.bitten.core.account.Subscription;
import io.bitten.core.account.Tier;
import io.bitten.core.account.Trader;
import io.bitten.core.account.TradingAccount;
import io.bitten.core.billing.Bill;
import io.bitten.core.billing.BillStatus;
import io.bitten.core.billing.SomeBills;
import io.bitten.core.billing.Standing;
import io.bitten.core.chat.Incoming;
import io.bitten.core.chat.Outgoing;
import io.bitten.core.chat.Shown;
import io.bitten.core.chat.Subject;
import io.bitten.core.fill.Report;
import io.bitten.core.fire.FireRequest;
import io.bitten.core.fire.Offer;
import io.bitten.core.halt.Halt;
import io.bitten.core.market.Level;
import io.bitten.core.news.NewsCalendar;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.Origin;
import io.bitten.core.order.Orphan;
import io.bitten.core.order.OrphanFact;
import io.bitten.core.order.OrphanSource;
import io.bitten.core.order.OrphanState;
import io.bitten.core.order.RelayCommand;
import io.bitten.core.risk.RiskBook;
import io.bitten.core.signal.LedgerEntry;
import io.bitten.core.signal.LedgerHead;
import io.bitten.core.signal.Odds;
import io.bitten.core.signal.Signal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class JsonRoundTripTest {

  static Stream<Arguments> everything() {
    return Stream.of(
            all(Event.class, SomeKinds.events()),
            all(RelayCommand.class, SomeKinds.commands()),
            all(Report.class, SomeKinds.reports()),
            all(Incoming.class, SomeKinds.incoming()),
            all(Outgoing.class, SomeKinds.outgoing()),
            all(OrderState.class, SomeKinds.states()),
            all(Halt.class, SomeKinds.halts()),
            all(Odds.class, List.of(Some.odds(), new Odds.NotEnough(12))),
            all(
                Origin.class,
                List.of(new Origin.OfSignal(Some.signal().id()), new Origin.OfTrader())),
            all(Level.class, List.of(Level.absent(), Level.at(Some.terms().stopLoss()))),
            all(Link.class, List.of(new Link.None(), new Link.To(Some.ACCOUNT))),
            all(Oath.class, List.of(new Oath.NotTaken(), new Oath.Taken("2026-01", Some.NOW))),
            entitlements(),
            all(Order.class, SomeKinds.states().stream().map(Some.order()::with).toList()),
            all(Orphan.class, SomeKinds.orphans()),
            all(OrphanState.class, SomeKinds.orphans().stream().map(Orphan::state).toList()),
            all(OrphanSource.class, SomeKinds.orphans().stream().map(Orphan::source).toList()),
            all(OrphanFact.class, SomeKinds.orphanFacts()),
            all(RiskBook.class, List.of(Some.riskBook(List.of(Some.reservation(Some.ORDER))))),
            all(Trader.class, List.of(Some.trader())),
            all(TradingAccount.class, List.of(Some.account())),
            all(AccountSnapshot.class, List.of(Some.snapshot())),
            all(Position.class, List.of(Some.position())),
            all(Signal.class, List.of(Some.signal())),
            all(LedgerEntry.class, List.of(LedgerEntry.after(LedgerHead.empty(), "{}"))),
            all(Offer.class, List.of(Some.offer())),
            all(FireRequest.class, List.of(new FireRequest(Some.OFFER, Some.USER, "tap-77", 77))),
            all(Shown.class, List.of(new Shown(Some.trader().chat(), subject(), 77, 3, Some.NOW))),
            all(NewsCalendar.class, List.of(Some.calendar())))
        .flatMap(one -> one);
  }

  @ParameterizedTest
  @MethodSource("everything")
  void what_is_written_reads_back_the_same(Class<?> type, Object value) {
    assertThat((Object) Json.read(Json.write(value), type)).isEqualTo(value);
  }

  @ParameterizedTest
  @MethodSource("everything")
  void a_second_writing_is_the_same_text(Class<?> type, Object value) {
    String text = Json.write(value);

    assertThat(Json.write(Json.read(text, type))).isEqualTo(text);
  }

  @Test
  void every_kind_of_every_sealed_type_has_an_example() {
    List<? extends Class<?>> shown =
        everything().map(one -> one.get()[1].getClass()).distinct().toList();

    Stream.of(
            Event.class,
            RelayCommand.class,
            Report.class,
            Incoming.class,
            Outgoing.class,
            OrderState.class,
            OrphanState.class,
            OrphanSource.class,
            OrphanFact.class,
            Halt.class,
            Odds.class,
            Origin.class,
            Level.class,
            Link.class,
            Oath.class,
            Standing.class,
            Subscription.class)
        .flatMap(all -> Stream.of(all.getPermittedSubclasses()))
        .forEach(kind -> assertThat(shown).anyMatch(kind::equals));
  }

  @Test
  void prices_keep_their_scale_and_names_are_snake_case() {
    assertThat(Json.write(Some.terms()))
        .isEqualTo(
            "{\"symbol\":\"EURUSD\",\"direction\":\"BUY\",\"lots\":\"0.10\","
                + "\"shown_price\":\"1.10000\",\"stop_loss\":\"1.09800\",\"take_profit\":\"1.10300\","
                + "\"risk\":{\"amount\":\"20.00\",\"currency\":\"USD\"},\"deviation_points\":20}");
  }

  @Test
  void a_kind_is_named_in_its_type_field() {
    assertThat(Json.write(new Subject.OfOrder(Some.ORDER)))
        .isEqualTo("{\"type\":\"of_order\",\"order\":\"" + Some.ORDER + "\"}");
    assertThat(Json.write(new Origin.OfTrader())).isEqualTo("{\"type\":\"of_trader\"}");
  }

  private static <T> Stream<Arguments> all(Class<T> type, List<? extends T> examples) {
    return examples.stream().map(example -> Arguments.of(type, example));
  }

  private static Stream<Arguments> entitlements() {
    return Stream.of(
            all(
                Subscription.class,
                List.of(
                    new Subscription.Active(Tier.FANG, Some.NOW),
                    new Subscription.Grace(Tier.APEX, Some.NOW),
                    new Subscription.Ended(Tier.NIBBLER))),
            all(Bill.class, bills()),
            all(Standing.class, bills().stream().map(Bill::standing).toList()))
        .flatMap(one -> one);
  }

  private static List<Bill> bills() {
    return List.of(
        Bill.blank(SomeBills.SUB),
        SomeBills.bill(
            SomeBills.holds(0),
            SomeBills.paid(1),
            SomeBills.failed(2),
            SomeBills.stands(3, BillStatus.PAST_DUE)));
  }

  private static Subject subject() {
    return new Subject.OfOrder(Some.ORDER);
  }
}
