package io.bitten.core.chat;

import io.bitten.core.Digest;
import io.bitten.core.Rulebook;
import io.bitten.core.Versioned;
import io.bitten.core.World;
import io.bitten.core.account.DemoDesk;
import io.bitten.core.account.Link;
import io.bitten.core.account.Oath;
import io.bitten.core.account.Subscription;
import io.bitten.core.account.Trader;
import io.bitten.core.account.TradingAccount;
import io.bitten.core.billing.BillingDesk;
import java.util.List;

/**
 * From the first hello to a linked demo account. Each step can be repeated and left at any time.
 */
final class OnboardingTalk {
  private final Rulebook rules;
  private final ChatSettings settings;
  private final People people;
  private final BillingDesk billing;
  private final DemoDesk demos;
  private final TapTokens tokens;

  OnboardingTalk(World world, Rulebook rules, ChatSettings settings) {
    this.rules = rules;
    this.settings = settings;
    this.people = new People(world, rules, settings);
    this.billing = new BillingDesk(world, rules);
    this.demos = new DemoDesk(world.accounts(), settings.demoPool());
    this.tokens = new TapTokens(settings.tapSecret());
  }

  /** Where this person stands in the onboarding. */
  Reply start(Visit visit) {
    return Reply.say(card(visit, visit.trader()));
  }

  /**
   * Accepts the terms that were shown; the first acceptance starts the Press Pass, once a person,
   * and brings what the person has paid for before.
   */
  Reply accept(Visit visit, Tap.Accept tap) {
    if (!tap.terms().equals(termsMark()) || accepted(visit.trader())) {
      return new Reply.Change(card(visit, visit.trader()));
    }
    Versioned<Trader> before =
        switch (visit.trader().oath()) {
          case Oath.Taken earlier -> visit.stored();
          case Oath.NotTaken none -> billing.pass(visit.user());
        };
    Oath oath = new Oath.Taken(rules.termsVersion(), visit.now());
    Versioned<Trader> sworn = people.save(before.with(before.value().with(oath)));
    return new Reply.Change(card(visit, sworn.value()));
  }

  /** Links a free demo account of the operator's pool. */
  Reply link(Visit visit) {
    if (!accepted(visit.trader()) || visit.link() instanceof Link.To) {
      return new Reply.Change(card(visit, visit.trader()));
    }
    return demos
        .claim(visit.user())
        .map(account -> linked(visit, account))
        .orElseGet(() -> new Reply.Change(noneFree(visit)));
  }

  boolean accepted(Trader trader) {
    return trader.oath() instanceof Oath.Taken taken
        && taken.termsVersion().equals(rules.termsVersion());
  }

  private Reply linked(Visit visit, TradingAccount account) {
    Trader next = visit.trader().with(new Link.To(account.id()));
    people.save(visit.stored().with(next));
    return new Reply.Change(card(visit, next));
  }

  private Card card(Visit visit, Trader trader) {
    if (!accepted(trader)) {
      return terms(trader);
    }
    return switch (trader.link()) {
      case Link.None none -> invite(visit, trader);
      case Link.To to when trader.subscription().opensAt(visit.now()) -> ready(to);
      case Link.To to -> closed(visit, trader, to);
    };
  }

  private Card terms(Trader trader) {
    Html html =
        Html.paragraphs(
            Html.of("Hello ", trader.name(), "."),
            Html.lines(
                Html.of(Html.b("BITTEN"), " sends you a few scored forex signals."),
                Html.of("You fire one with a tap; your risk is checked before anything is sent."),
                Html.of("It trades on your own MT5 account and shows what really happened.")),
            Html.of(
                Html.b("Terms and risk. "),
                "Trading can lose money, also more than a stop says when the price jumps. "
                    + "A signal is an opinion with measured odds, not a promise and not advice. "
                    + "You decide every trade. Press Pass: ",
                Shows.length(rules.billing().pressPass()),
                ", demo account only, free. "
                    + "Never give anybody your MT5 password; we never ask for it."),
            simulated());
    return button(html, "I accept the terms and the risk", new Tap.Accept(termsMark()), trader);
  }

  private Card invite(Visit visit, Trader trader) {
    Html html =
        Html.paragraphs(
            Html.of("Accepted. ", subscription(visit, trader)),
            Html.of(
                "One step is left: an MT5 demo account with play money. "
                    + "Tap the button and you get one."));
    return button(html, "Link a demo account", new Tap.LinkDemo(), trader);
  }

  private Html subscription(Visit visit, Trader trader) {
    return switch (trader.subscription()) {
      case Subscription.Active active when visit.now().isBefore(active.until()) ->
          Html.of("Your ", Html.b(active.tier().title()), end(active), ".");
      case Subscription.Active active ->
          Html.of("Your time has ended; you may view, manage and close.");
      case Subscription.Grace grace when visit.now().isBefore(grace.until()) ->
          Html.of("A payment failed; you may trade until ", Shows.day(grace.until()), ".");
      case Subscription.Grace grace ->
          Html.of("The grace after a failed payment has ended; you may view, manage and close.");
      case Subscription.Ended ended -> Html.of("You may view, manage and close.");
    };
  }

  private static String end(Subscription.Active active) {
    return active.endless() ? " does not end here" : " runs until " + Shows.day(active.until());
  }

  private Card ready(Link.To link) {
    Html html =
        Html.paragraphs(
            Html.of(
                Html.b("You are ready."),
                " Demo account ",
                Html.code(link.account()),
                " is yours."),
            Html.lines(
                Html.of("1. Wait for a signal card, or ask /fire for the live ones."),
                Html.of(
                    "2. Tap FIRE, read what is at risk, then Confirm within ",
                    Shows.length(rules.limits().confirmFor()),
                    "."),
                Html.of(
                    "3. /positions shows what is open. ",
                    Html.code("/emergency_stop"),
                    " stops new orders at once.")),
            Html.of("/help lists the rest."),
            simulated());
    return Card.text(html.toString());
  }

  private Card closed(Visit visit, Trader trader, Link.To link) {
    Html html =
        Html.paragraphs(
            Html.of(Html.b("Trading is closed for you."), " ", subscription(visit, trader)),
            Html.of(
                "Account ",
                Html.code(link.account()),
                " stays linked: /positions shows what is open, /close and /closeall close it."),
            simulated());
    return Card.text(html.toString());
  }

  private Card noneFree(Visit visit) {
    Html why =
        demos.lendsTo(visit.user())
            ? Html.of("No demo account is free right now. Nothing is lost; please try again later.")
            : Html.of(
                "No demo account is set aside for you here. The operator can do that; tell them"
                    + " your Telegram id: ",
                Html.code(visit.trader().telegramId()),
                ".");
    return button(why, "Try again", new Tap.LinkDemo(), visit.trader());
  }

  private Card button(Html html, String label, Tap tap, Trader trader) {
    return new Card(
        html.toString(),
        List.of(
            List.of(
                new Button.Callback(label, tokens.write(tap, trader.id()), Button.Style.PRIMARY))));
  }

  private Html simulated() {
    return settings.simulated().isEmpty() ? Html.empty() : Html.i(settings.simulated(), ".");
  }

  private String termsMark() {
    return Digest.base32(8, "terms", rules.termsVersion());
  }
}
