package io.bitten.core;

import io.bitten.core.account.AccountId;
import io.bitten.core.account.AccountMode;
import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.account.Link;
import io.bitten.core.account.Magic;
import io.bitten.core.account.Money;
import io.bitten.core.account.Oath;
import io.bitten.core.account.Position;
import io.bitten.core.account.Reach;
import io.bitten.core.account.Role;
import io.bitten.core.account.Subscription;
import io.bitten.core.account.Ticket;
import io.bitten.core.account.Tier;
import io.bitten.core.account.Trader;
import io.bitten.core.account.TradingAccount;
import io.bitten.core.account.UserId;
import io.bitten.core.fire.Offer;
import io.bitten.core.fire.OfferId;
import io.bitten.core.market.Currency;
import io.bitten.core.market.Direction;
import io.bitten.core.market.Level;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Price;
import io.bitten.core.market.Quote;
import io.bitten.core.market.Symbol;
import io.bitten.core.market.SymbolSpec;
import io.bitten.core.news.Impact;
import io.bitten.core.news.NewsCalendar;
import io.bitten.core.news.NewsEvent;
import io.bitten.core.order.Fill;
import io.bitten.core.order.HaltEpochs;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderId;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.Origin;
import io.bitten.core.order.Terms;
import io.bitten.core.risk.Grade;
import io.bitten.core.risk.Reservation;
import io.bitten.core.risk.RiskBook;
import io.bitten.core.risk.RiskDay;
import io.bitten.core.risk.Session;
import io.bitten.core.risk.Tilt;
import io.bitten.core.signal.Odds;
import io.bitten.core.signal.Signal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Plain valid examples that agree with each other: one trader, his demo account in USD, one EURUSD
 * signal, the card, the order and the position that came of it, on Tuesday 2 January 2024.
 */
public final class Some {
  /** The moment everything here happens at. */
  public static final Instant NOW = Instant.parse("2024-01-02T10:00:00Z");

  public static final Symbol EURUSD = new Symbol("EURUSD");
  public static final UserId USER = UserId.ofTelegram(7001);
  public static final AccountId ACCOUNT = AccountId.of(500123, "Demo-Server");
  public static final OfferId OFFER = new OfferId("OFFERAAAAAAAAAAA");
  public static final OrderId ORDER = OrderId.derivedFrom("offer", OFFER.value());

  private Some() {}

  public static CorrelationId correlation() {
    return new CorrelationId("SIG_20240102_001");
  }

  public static Signal signal() {
    return signal(1);
  }

  /** The day's signal of this number, each from a candle of its own. */
  public static Signal signal(int number) {
    return SomeSignals.signal(number);
  }

  public static Odds odds() {
    return SomeSignals.odds();
  }

  /** A COMMANDER who has taken the oath and linked {@link #ACCOUNT}. */
  public static Trader trader() {
    return trader(7001);
  }

  public static Trader trader(long telegramId) {
    return new Trader(
        UserId.ofTelegram(telegramId),
        telegramId,
        "Anna",
        Role.TRADER,
        new Subscription.Active(Tier.COMMANDER, NOW.plusSeconds(30L * 86_400)),
        new Oath.Taken("2026-01", NOW.minusSeconds(86_400)),
        new Link.To(ACCOUNT),
        120,
        NOW.minusSeconds(86_400),
        NOW.minusSeconds(60),
        Reach.REACHABLE);
  }

  public static TradingAccount account() {
    return new TradingAccount(ACCOUNT, USER, AccountMode.DEMO, new Currency("USD"), "broker1");
  }

  /** What the terminal says of EURUSD: one tick of 0.00001 on one lot is one dollar. */
  public static SymbolSpec spec() {
    return SomeAccounts.spec();
  }

  public static Quote quote() {
    return quote(NOW);
  }

  public static Quote quote(Instant at) {
    return new Quote(EURUSD, Price.of("1.09992"), Price.of("1.10000"), at);
  }

  public static AccountSnapshot snapshot() {
    return snapshot(NOW);
  }

  /** 10,000 USD, nothing open, a fresh quote. */
  public static AccountSnapshot snapshot(Instant at) {
    return SomeAccounts.snapshot(at);
  }

  /** The position of {@link #order()}, its stop in place. */
  public static Position position() {
    return SomeAccounts.position();
  }

  public static Magic magic() {
    return Magic.ours(1);
  }

  /** 0.10 lots, 200 points of stop: 20 USD at risk. */
  public static Terms terms() {
    return new Terms(
        EURUSD,
        Direction.BUY,
        Lots.of("0.10"),
        Price.of("1.10000"),
        Price.of("1.09800"),
        Price.of("1.10300"),
        usd("20.00"),
        20);
  }

  public static Offer offer() {
    return new Offer(
        OFFER,
        USER,
        ACCOUNT,
        new Origin.OfSignal(signal().id()),
        terms(),
        new Grade.Scored(signal().tcs(), signal().signalClass(), signal().expiresAt()),
        77,
        NOW,
        NOW.plusSeconds(30),
        correlation());
  }

  public static Order order() {
    return order(ORDER);
  }

  /** A NEW order with this id. */
  public static Order order(OrderId id) {
    return order(id, NOW);
  }

  public static Order order(OrderId id, Instant createdAt) {
    return new Order(
        id,
        "TRD_20240102_001",
        id.equals(ORDER) ? magic() : Magic.ours(2 + Integer.toUnsignedLong(id.hashCode())),
        USER,
        ACCOUNT,
        new Origin.OfSignal(signal().id()),
        terms(),
        new OrderState.New(),
        new HaltEpochs(0, 0, 0),
        createdAt,
        createdAt.plusSeconds(8),
        correlation());
  }

  public static Fill fill() {
    return new Fill(
        new Ticket(900001),
        Price.of("1.10001"),
        Lots.of("0.10"),
        Level.at(Price.of("1.09800")),
        NOW.plusSeconds(2));
  }

  /** A book of the day with nothing in it. */
  public static RiskBook riskBook() {
    return riskBook(List.of());
  }

  public static RiskBook riskBook(List<Reservation> reservations) {
    return new RiskBook(
        USER,
        reservations,
        new RiskDay(
            LocalDate.parse("2024-01-02"),
            usd("10000.00"),
            usd("0.00"),
            reservations.size(),
            Map.of(Session.LONDON, reservations.size())),
        Tilt.calm(),
        usd("10000.00"),
        reservations.stream().map(Reservation::at).toList(),
        List.of());
  }

  public static Reservation reservation(OrderId order) {
    return new Reservation(
        order, new Origin.OfTrader(), EURUSD, Direction.BUY, Lots.of("0.10"), usd("20.00"), NOW);
  }

  public static NewsEvent newsEvent() {
    return new NewsEvent(
        "Non-Farm Employment Change",
        new Currency("USD"),
        Impact.HIGH,
        Instant.parse("2024-01-05T13:30:00Z"),
        "168K",
        "199K",
        "");
  }

  public static NewsCalendar calendar() {
    return new NewsCalendar(NOW, List.of(newsEvent()));
  }

  public static EventHeader header() {
    return EventHeader.of("evt-1", NOW, correlation());
  }

  public static Money usd(String amount) {
    return Money.of(amount, "USD");
  }
}
