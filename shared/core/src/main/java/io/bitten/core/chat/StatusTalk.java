package io.bitten.core.chat;

import io.bitten.core.Rulebook;
import io.bitten.core.World;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.account.Link;
import io.bitten.core.account.Oath;
import io.bitten.core.account.Role;
import io.bitten.core.fill.Report;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.market.Quote;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What works right now and how old each fact is. All is stored facts: nobody else is asked, so that
 * the chat's next message, which may be a panic, waits for nobody else.
 */
final class StatusTalk {
  private static final Duration RELAY_HEARD = Duration.ofMinutes(1);

  private final World world;
  private final Rulebook rules;
  private final ChatSettings settings;
  private final HaltCards halts;
  private final SignalTalk signals;

  StatusTalk(World world, Rulebook rules, ChatSettings settings, SignalTalk signals) {
    this.world = world;
    this.rules = rules;
    this.settings = settings;
    this.halts = new HaltCards(world, settings);
    this.signals = signals;
  }

  Reply tell(Visit visit) {
    Optional<AccountSnapshot> seen =
        switch (visit.link()) {
          case Link.None none -> Optional.empty();
          case Link.To to -> world.accounts().snapshot(to.account());
        };
    List<Html> lines = new ArrayList<>();
    lines.add(trading(visit));
    lines.add(ShutMarket.note(visit.now()));
    lines.add(account(visit, seen));
    lines.add(relay(visit));
    seen.ifPresent(look -> lines.addAll(prices(visit, look)));
    lines.add(calendar(visit));
    lines.add(Html.of("Live signals you may see: ", signals.visible(visit).size()));
    lines.add(settings.simulated().isEmpty() ? Html.empty() : Html.i(settings.simulated()));
    return Reply.say(Html.lines(lines));
  }

  private Html trading(Visit visit) {
    List<Html> stopped =
        HaltScope.over(visit.link(), visit.user()).stream()
            .map(world.halts()::read)
            .filter(Halt.Active.class::isInstance)
            .map(halt -> halts.brief((Halt.Active) halt, visit.now()))
            .toList();
    if (!stopped.isEmpty()) {
      return Html.lines(stopped);
    }
    return missing(visit)
        .map(what -> Html.of(Html.b("Trading is closed"), " for you: ", what))
        .orElseGet(() -> Html.of(Html.b("Trading is open"), " for you"));
  }

  /** What has to be done first before an order may be placed. */
  private Optional<String> missing(Visit visit) {
    boolean accepted =
        visit.trader().oath() instanceof Oath.Taken taken
            && taken.termsVersion().equals(rules.termsVersion());
    if (!accepted) {
      return Optional.of("the terms are not accepted, /start shows them");
    }
    if (visit.link() instanceof Link.None) {
      return Optional.of("no account is linked, /start links one");
    }
    return visit.trader().subscription().opensAt(visit.now())
        ? Optional.empty()
        : Optional.of("no running subscription");
  }

  private static Html account(Visit visit, Optional<AccountSnapshot> seen) {
    return switch (visit.link()) {
      case Link.None none -> AccountTalk.notLinked();
      case Link.To to ->
          seen.map(
                  look ->
                      Html.of(
                          "Account ",
                          Html.code(to.account()),
                          " seen ",
                          Shows.length(look.age(visit.now())),
                          " ago"))
              .orElseGet(() -> AccountTalk.notSeen(to.account()));
    };
  }

  /** An operator reads all that each relay says; a trader nothing of other people's accounts. */
  private Html relay(Visit visit) {
    List<Report.Heartbeat> beats = world.relays().heardSince(visit.now().minus(RELAY_HEARD));
    if (beats.isEmpty()) {
      return Html.of("Relay: not heard of in the last ", Shows.length(RELAY_HEARD));
    }
    if (visit.trader().role() == Role.ADMIN) {
      return Html.lines(
          beats.stream().map(it -> heard(visit, it, ", route " + it.routeState())).toList());
    }
    return switch (visit.link()) {
      case Link.None none -> heard(visit, beats.getFirst(), "");
      case Link.To to ->
          beats.stream()
              .filter(it -> it.working().contains(to.account()))
              .findFirst()
              .map(it -> heard(visit, it, terminal(it, to.account())))
              .orElseGet(() -> Html.of("Relay: none works for your account right now"));
    };
  }

  private static Html heard(Visit visit, Report.Heartbeat beat, String more) {
    Duration age = Duration.between(beat.at(), visit.now());
    return Html.of("Relay: ", beat.relay(), ", heard ", Shows.length(age), " ago", more);
  }

  /** Of what the relay says of its routes, the end of what begins with this account. */
  private static String terminal(Report.Heartbeat beat, AccountId account) {
    return Arrays.stream(beat.routeState().split("; "))
        .filter(route -> route.startsWith(account + " "))
        .map(route -> ", your terminal: " + route.substring(route.lastIndexOf(", ") + 2))
        .findFirst()
        .orElse("");
  }

  /** The account's own prices, as the last look at it found them: what an order would meet. */
  private List<Html> prices(Visit visit, AccountSnapshot seen) {
    return rules.signals().ordered().stream()
        .map(
            symbol ->
                Optional.ofNullable(seen.quotes().get(symbol))
                    .map(quote -> price(visit, quote))
                    .orElseGet(() -> Html.of(symbol, ": no price from your broker")))
        .toList();
  }

  private static Html price(Visit visit, Quote quote) {
    return Html.of(
        quote.symbol(),
        " ",
        quote.bid(),
        " / ",
        quote.ask(),
        " at your broker ",
        Shows.length(quote.age(visit.now())),
        " ago");
  }

  private Html calendar(Visit visit) {
    return world
        .calendars()
        .latest()
        .map(
            known -> {
              Duration age = known.age(visit.now());
              String old =
                  age.compareTo(rules.limits().calendarMaxAge()) > 0 ? ", too old to rely on" : "";
              return Html.of("News calendar: ", Shows.length(age), " old", old);
            })
        .orElseGet(() -> Html.of("News calendar: none yet"));
  }
}
