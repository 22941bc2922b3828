package io.bitten.core.chat;

import io.bitten.core.Rulebook;
import io.bitten.core.Versioned;
import io.bitten.core.World;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.account.Link;
import io.bitten.core.account.Subscription;
import io.bitten.core.account.Trader;
import io.bitten.core.risk.Places;
import io.bitten.core.risk.RiskBook;
import io.bitten.core.risk.TierRules;
import io.bitten.core.signal.SignalClass;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells a trader about the account and the limits, with the age of every look. */
final class AccountTalk {
  /** A relay looks at an account every few seconds; an older look shows its age. */
  static final Duration FRESH = Duration.ofSeconds(15);

  private final World world;
  private final Rulebook rules;
  private final ChatSettings settings;

  AccountTalk(World world, Rulebook rules, ChatSettings settings) {
    this.world = world;
    this.rules = rules;
    this.settings = settings;
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
    int held =
        Places.taken(
            book.map(RiskBook::reservations).orElse(List.of()),
            seen(visit.link()).map(AccountSnapshot::positions).orElse(List.of()));
    return Reply.say(
        Html.lines(
            Html.of(
                Html.b(trader.name()),
                " · ",
                Html.b(visit.tier().title()),
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

  private Optional<AccountSnapshot> seen(Link link) {
    return switch (link) {
      case Link.None none -> Optional.empty();
      case Link.To to -> world.accounts().snapshot(to.account());
    };
  }

  /** Those of which some signal ranks high enough for the tier. */
  private String classes(TierRules tier) {
    return tier.fireable().stream()
        .filter(each -> rules.signals().reaches(each, tier.minimumTcs()))
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
        Html.of("Floating ", seen.equity().minus(seen.balance()).shownSigned()),
        Html.of("Margin ", seen.margin().shown(), " · free ", seen.freeMargin().shown()),
        simulated());
  }

  private static Html until(Subscription subscription) {
    return switch (subscription) {
      case Subscription.Active active when active.endless() -> Html.of(", which does not end here");
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
