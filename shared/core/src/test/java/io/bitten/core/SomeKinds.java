package io.bitten.core;

import io.bitten.core.account.ChatId;
import io.bitten.core.account.Reach;
import io.bitten.core.account.Ticket;
import io.bitten.core.chat.Button;
import io.bitten.core.chat.Card;
import io.bitten.core.chat.Incoming;
import io.bitten.core.chat.Outgoing;
import io.bitten.core.chat.Subject;
import io.bitten.core.fill.Report;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.market.Direction;
import io.bitten.core.market.Level;
import io.bitten.core.market.Price;
import io.bitten.core.order.Attempt;
import io.bitten.core.order.CloseWish;
import io.bitten.core.order.CommandHeader;
import io.bitten.core.order.Exit;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.Fill;
import io.bitten.core.order.HaltEpochs;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.Origin;
import io.bitten.core.order.Orphan;
import io.bitten.core.order.OrphanFact;
import io.bitten.core.order.OrphanSource;
import io.bitten.core.order.OrphanState;
import io.bitten.core.order.Owner;
import io.bitten.core.order.RelayCommand;
import io.bitten.core.order.RouteName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** At least one example of every kind of the sealed types that are stored or sent. */
public final class SomeKinds {
  private static final Instant NOW = Some.NOW;
  private static final ChatId CHAT = new ChatId(7001);

  private SomeKinds() {}

  public static List<Event> events() {
    EventHeader header = Some.header();
    return List.of(
        new Event.NewsAlert(header, List.of(Some.newsEvent())),
        new Event.SignalGenerated(header, Some.signal()),
        new Event.FireRefused(
            header,
            Some.USER,
            new Origin.OfSignal(Some.signal().id()),
            77,
            "RISK_PER_TRADE",
            "This trade would risk 2.4 % of your balance; 2 % is the most.",
            "0.08 lots instead of 0.10"),
        new Event.OrderPlaced(header, Some.ORDER, Some.USER, 77),
        new Event.OrderChanged(header, Some.ORDER, Some.USER, 2, "SUBMITTING"),
        new Event.TradeExecuted(header, Some.ORDER, Some.USER, 4),
        new Event.TradeClosed(header, Some.ORDER, Some.USER, 6),
        new Event.OrphanChanged(header, Some.USER, Some.ACCOUNT, new Ticket(900001), 1, "CLOSING"),
        new Event.CloseLapsed(
            header, Some.USER, Some.ACCOUNT, new CloseWish.Target.Of(Some.ORDER), NOW),
        new Event.CloseLapsed(header, Some.USER, Some.ACCOUNT, new CloseWish.Target.All(), NOW),
        new Event.EmergencyStop(header, halt(), NOW),
        new Event.HaltReached(header, new HaltScope.Everything(), 3, "relay vps-1"),
        new Event.UserUpgraded(header, Some.USER, "NIBBLER", "FANG"));
  }

  public static CommandHeader commandHeader() {
    return new CommandHeader(
        "cmd-" + Some.ORDER,
        Some.ACCOUNT,
        new HaltEpochs(0, 0, 0),
        NOW,
        NOW.plusSeconds(8),
        Some.correlation());
  }

  public static List<RelayCommand> commands() {
    CommandHeader header = commandHeader();
    return List.of(
        new RelayCommand.Open(header, Some.ORDER, Some.magic(), Some.terms()),
        new RelayCommand.Close(header, Some.ORDER, new Ticket(900001), ExitReason.TRADER),
        new RelayCommand.CloseAll(header, ExitReason.PANIC),
        new RelayCommand.SetHalt(header, halt()),
        new RelayCommand.Restart(header));
  }

  public static List<Report> reports() {
    List<Report> reports =
        new ArrayList<>(
            List.of(
                new Report.OrderMoved(Some.ORDER, Some.ACCOUNT, 3, "FILLED", NOW),
                new Report.OrderMoving(Some.ORDER, Some.ACCOUNT, 3, NOW),
                new Report.AccountSeen(SomeAccounts.snapshot(NOW, List.of(Some.position()))),
                new Report.Heartbeat("relay-1", "boot-1", "CLOSED", List.of(Some.ACCOUNT), NOW),
                new Report.HaltSeen("user-tg-7001", 3, "relay vps-1", NOW),
                lapsed("close-1", new CloseWish.Target.Of(Some.ORDER)),
                lapsed("closeall-1", new CloseWish.Target.All())));
    long ticket = Some.fill().ticket().value();
    for (OrphanFact fact : orphanFacts()) {
      reports.add(new Report.OrphanSeen(Some.ACCOUNT, new Ticket(ticket++), fact, NOW));
    }
    return List.copyOf(reports);
  }

  private static Report.CloseLapsed lapsed(String command, CloseWish.Target target) {
    return new Report.CloseLapsed(
        command, Some.ACCOUNT, target, NOW, Some.correlation(), NOW.plusSeconds(700));
  }

  public static List<OrphanFact> orphanFacts() {
    return List.of(
        found(new OrphanSource.OfOrder(Some.ORDER, "TRD_20240102_001", "EXPIRED")),
        found(new OrphanSource.OfNobody(Some.magic())),
        new OrphanFact.CloseAsked(ExitReason.PANIC),
        new OrphanFact.Gone(exit()),
        new OrphanFact.Claimed(Some.ORDER));
  }

  public static OrphanFact.Found found(OrphanSource source) {
    return new OrphanFact.Found(source, Some.EURUSD, Direction.BUY, Some.fill());
  }

  public static Exit exit() {
    return new Exit.Booked(Price.of("1.10300"), Some.usd("29.95"), ExitReason.TAKE_PROFIT, NOW);
  }

  /** One of each state. */
  public static List<Orphan> orphans() {
    OrphanSource late = new OrphanSource.OfOrder(Some.ORDER, "TRD_20240102_001", "EXPIRED");
    return List.of(
        orphan(late, new OrphanState.Closing(ExitReason.LATE, NOW)),
        orphan(new OrphanSource.OfNobody(Some.magic()), new OrphanState.Left(NOW)),
        orphan(late, new OrphanState.Closed(exit())),
        orphan(
            late, new OrphanState.Closed(new Exit.Unbooked(Level.absent(), ExitReason.LATE, NOW))),
        orphan(new OrphanSource.OfNobody(Some.magic()), new OrphanState.Adopted(Some.ORDER, NOW)));
  }

  /** One with this ticket. */
  public static Orphan orphan(Ticket ticket) {
    Fill fill = Some.fill();
    return orphan(
        new OrphanSource.OfNobody(Some.magic()),
        new OrphanState.Left(NOW),
        new Fill(ticket, fill.price(), fill.lots(), fill.stopLoss(), fill.at()));
  }

  public static Orphan orphan(OrphanSource source, OrphanState state) {
    return orphan(source, state, Some.fill());
  }

  private static Orphan orphan(OrphanSource source, OrphanState state, Fill fill) {
    return new Orphan(
        Orphan.idOf(Some.ACCOUNT, fill.ticket()),
        Some.USER,
        Some.ACCOUNT,
        source,
        Some.EURUSD,
        Direction.BUY,
        fill,
        Some.usd("20.00"),
        state,
        NOW);
  }

  public static Halt halt() {
    return new Halt.Active(new HaltScope.OneUser(Some.USER), 3, "tg-7001", "/emergency_stop", NOW);
  }

  public static List<Halt> halts() {
    return List.of(
        halt(),
        new Halt.Active(new HaltScope.Everything(), 1, Halt.Positions.CLOSE, "tg-1", "news", NOW),
        new Halt.Lifted(new HaltScope.OneAccount(Some.ACCOUNT), 2, "tg-7001", "over", NOW),
        new Halt.Never(new HaltScope.Everything()));
  }

  public static List<OrderState> states() {
    Attempt attempt =
        new Attempt(1, RouteName.FARM, new Owner("relay-1", "boot-1", 7), NOW.plusSeconds(8));
    return List.of(
        new OrderState.New(),
        new OrderState.Submitting(attempt),
        new OrderState.Unknown(attempt, "no answer in 30 s", NOW),
        new OrderState.Filled(Some.fill()),
        new OrderState.Unprotected(Some.fill(), NOW),
        new OrderState.Protected(Some.fill(), NOW),
        new OrderState.Closing(Some.fill(), ExitReason.TRADER, NOW),
        new OrderState.Closed(Some.fill(), exit()),
        new OrderState.Closed(
            Some.fill(), new Exit.Unbooked(Level.absent(), ExitReason.OUTSIDE, NOW)),
        new OrderState.Rejected("TRADE_RETCODE_NO_MONEY", "Insufficient margin", NOW),
        new OrderState.Expired(NOW),
        new OrderState.Killed(new HaltScope.Everything(), 1, NOW),
        new OrderState.Dead("no such account", NOW));
  }

  public static List<Incoming> incoming() {
    return List.of(
        new Incoming.Said(1, CHAT, Some.USER, "Anna", "/status"),
        new Incoming.Tapped(2, CHAT, Some.USER, "Anna", 77, "c:" + Some.OFFER),
        new Incoming.Moved(3, CHAT, Some.USER, "Anna", Reach.BLOCKED),
        new Incoming.Edited(4, CHAT, Some.USER, "Anna", "/status"));
  }

  public static List<Outgoing> outgoing() {
    Subject signal = new Subject.OfSignal(Some.signal().id());
    return List.of(
        new Outgoing.Post("k1", CHAT, card(), new Subject.Nothing()),
        new Outgoing.Post("k2", CHAT, card(), signal),
        new Outgoing.Alert("k5", CHAT, card(), Some.signal().id(), NOW.plusSeconds(60)),
        new Outgoing.Edit("k3", CHAT, 77, Card.text("gone")),
        new Outgoing.Show("k4", CHAT, new Subject.OfOrder(Some.ORDER), 2, card()),
        new Outgoing.Show(
            "k5", CHAT, new Subject.OfHalt(new HaltScope.OneUser(Some.USER), 3), 2, card()));
  }

  public static Card card() {
    return new Card(
        "<b>EURUSD</b> BUY",
        List.of(
            List.of(
                new Button.Callback("FIRE", "f:1", Button.Style.SUCCESS),
                new Button.Disabled("waiting")),
            List.of(
                new Button.Copy("copy id", Some.ORDER.value()),
                new Button.Open("chart", "https://example.test/sniper_hud"))));
  }
}
