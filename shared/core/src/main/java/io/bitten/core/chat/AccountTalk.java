package io.bitten.core.chat;

import io.bitten.core.Rulebook;
import io.bitten.core.Versioned;
import io.bitten.core.World;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.account.Link;
import io.bitten.core.account.Position;
import io.bitten.core.account.Subscription;
import io.bitten.core.account.Ticket;
import io.bitten.core.account.Trader;
import io.bitten.core.fire.CloseDesk;
import io.bitten.core.market.Level;
import io.bitten.core.order.Order;
import io.bitten.core.order.Orphan;
import io.bitten.core.risk.RiskBook;
import io.bitten.core.risk.TierRules;
import io.bitten.core.signal.SignalClass;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tells a trader about the account, the open positions and the limits, with the age of every look.
 */
final class AccountTalk {
  /** A relay looks at an account every few seconds; an older look shows its age. */
  private static final Duration FRESH = Duration.ofSeconds(15);

  private static final int OPEN_ORDERS = 50;
  private static final int ORPHANS = 50;

  private final World world;
  private final Rulebook rules;
  private final ChatSettings settings;
  private final TapTokens tokens;
  private final ExitTalk exits;

  AccountTalk(World world, Rulebook rules, ChatSettings settings) {
    this.world = world;
    this.rules = rules;
    this.settings = settings;
    this.tokens = new TapTokens(settings.tapSecret());
    this.exits = new ExitTalk(world, settings);
  }

  Reply balance(Visit visit) {
    return Reply.say(
        switch (visit.link()) {
          case Link.None none -> notLinked();
          case Link.To to ->
              world
                  .accounts()
                  .snapshot(to.account())
                  .map(seen -> balance(visit, seen))
                  .orElseGet(() -> notSeen(to.account()));
        });
  }

  Card positions(Visit visit) {
    return switch (visit.link()) {
      case Link.None none -> Card.text(notLinked().toString());
      case Link.To to ->
          world
              .accounts()
              .snapshot(to.account())
              .map(seen -> positions(visit, seen))
              .orElseGet(() -> Card.text(notSeen(to.account()).toString()));
    };
  }

  Reply me(Visit visit) {
    Trader trader = visit.trader();
    TierRules tier = rules.of(visit.tier());
    Optional<RiskBook> book = world.riskBooks().find(visit.user()).map(Versioned::value);
    LocalDate today = LocalDate.ofInstant(visit.now(), ZoneOffset.UTC);
    int fired =
        book.map(RiskBook::day)
            .filter(day -> day.date().equals(today))
            .map(day -> day.fires())
            .orElse(0);
    int held = book.map(known -> known.reservations().size()).orElse(0);
    return Reply.say(
        Html.lines(
            Html.of(
                Html.b(trader.name()),
                " · ",
                Html.b(FireRight.title(visit.tier())),
                until(trader.subscription())),
            Html.of("XP ", Shows.count(trader.xp()), " · id ", Html.code(trader.id())),
            Html.of("Account: ", account(visit.link())),
            Html.of(
                "Fires today ",
                fired,
                " of ",
                tier.firesADay(),
                " · positions ",
                held,
                " of ",
                tier.openPositions()),
            Html.of(
                "Day's loss cap ",
                Shows.percent(tier.dailyLossPercent()),
                " · risk a trade at most ",
                Shows.percent(rules.limits().riskPercent())),
            Html.of("May fire: ", classes(tier), " from TCS ", tier.minimumTcs())));
  }

  private static String classes(TierRules tier) {
    return tier.fireable().stream()
        .sorted()
        .map(SignalClass::name)
        .collect(Collectors.joining(", "));
  }

  private Html balance(Visit visit, AccountSnapshot seen) {
    return Html.lines(
        Html.of(
            Html.b("Account "),
            Html.code(seen.account()),
            Shows.age(seen.at(), visit.now(), FRESH)),
        Html.of(
            "Balance ",
            Html.b(seen.balance().shown()),
            " · equity ",
            Html.b(seen.equity().shown())),
        Html.of(
            "Floating ",
            OrderCards.signed(seen.equity().minus(seen.balance()).amount()),
            seen.equity().minus(seen.balance()).shown()),
        Html.of("Margin ", seen.margin().shown(), " · free ", seen.freeMargin().shown()),
        simulated());
  }

  private Card positions(Visit visit, AccountSnapshot seen) {
    List<Order> open =
        world.orders().open(seen.account(), OPEN_ORDERS).stream().map(Versioned::value).toList();
    Map<Ticket, Orphan> orphans = orphans(seen.account());
    List<Html> lines = new ArrayList<>();
    lines.add(
        Html.of(
            Html.b(seen.positions().size(), " open"),
            " in ",
            Html.code(seen.account()),
            Shows.age(seen.at(), visit.now(), FRESH)));
    seen.positions().forEach(position -> lines.add(line(position, orphans)));
    orphans.values().stream()
        .filter(orphan -> seen.positions().stream().noneMatch(orphan::is))
        .forEach(
            orphan ->
                lines.add(Html.of(OrphanCards.title(orphan), " · ", OrphanCards.what(orphan))));
    open.stream()
        .filter(order -> CloseDesk.fill(order).isEmpty())
        .forEach(
            order ->
                lines.add(
                    Html.of(
                        OrderCards.title(order.state()), " · ", OrderCards.what(order.terms()))));
    lines.add(Html.i("Updated ", Shows.time(visit.now())));
    lines.add(simulated());
    List<List<Button>> rows = new ArrayList<>();
    open.stream()
        .filter(order -> CloseDesk.fill(order).isPresent())
        .forEach(order -> rows.add(List.of(exits.button(order))));
    rows.add(
        List.of(
            new Button.Callback(
                "Refresh", tokens.write(new Tap.Positions(), visit.user()), Button.Style.PLAIN)));
    return new Card(Html.lines(lines).toString(), rows);
  }

  private Map<Ticket, Orphan> orphans(AccountId account) {
    return world.orphans().of(account, ORPHANS).stream()
        .map(Versioned::value)
        .filter(orphan -> orphan.state().open())
        .collect(Collectors.toMap(orphan -> orphan.fill().ticket(), orphan -> orphan));
  }

  private static Html line(Position position, Map<Ticket, Orphan> orphans) {
    return Html.of(
        Html.b(position.symbol(), " ", position.direction(), " ", position.lots(), " lots"),
        " at ",
        position.openPrice(),
        " · ",
        OrderCards.signed(position.net().amount()),
        position.net().shown(),
        " · SL ",
        level(position.stopLoss()),
        " · TP ",
        level(position.takeProfit()),
        " · ",
        Html.code(position.ticket()),
        whose(position, orphans));
  }

  private static String whose(Position position, Map<Ticket, Orphan> orphans) {
    if (!position.magic().isOurs()) {
      return " (not BITTEN's)";
    }
    return Optional.ofNullable(orphans.get(position.ticket()))
        .map(orphan -> " · " + OrphanCards.title(orphan))
        .orElse("");
  }

  private static String level(Level level) {
    return switch (level) {
      case Level.At at -> at.price().toString();
      case Level.Absent none -> "none";
    };
  }

  private static Html until(Subscription subscription) {
    return switch (subscription) {
      case Subscription.Active active -> Html.of(" until ", Shows.day(active.until()));
      case Subscription.Grace grace ->
          Html.of(" (payment failed, until ", Shows.day(grace.until()), ")");
      case Subscription.Ended ended -> Html.of(" (ended: view, manage and close)");
    };
  }

  private static Html account(Link link) {
    return switch (link) {
      case Link.None none -> Html.of("none, /start links one");
      case Link.To to -> Html.code(to.account());
    };
  }

  static Html notLinked() {
    return Html.of("No account is linked yet. /start links a demo account.");
  }

  static Html notSeen(AccountId account) {
    return Html.of(
        "The relay has not looked at ", Html.code(account), " yet. Please try again in a minute.");
  }

  private Html simulated() {
    return settings.simulated().isEmpty() ? Html.empty() : Html.i(settings.simulated());
  }
}
