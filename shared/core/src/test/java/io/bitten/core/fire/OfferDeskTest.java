package io.bitten.core.fire;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.SomeRules;
import io.bitten.core.Versioned;
import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.account.Link;
import io.bitten.core.account.Oath;
import io.bitten.core.account.Subscription;
import io.bitten.core.account.Tier;
import io.bitten.core.halt.HaltDesk;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.market.Quote;
import io.bitten.core.market.Symbol;
import io.bitten.core.market.SymbolSpec;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.Origin;
import io.bitten.core.risk.BookRules;
import io.bitten.core.risk.Grade;
import io.bitten.core.risk.Idea;
import io.bitten.core.risk.MarketRefusal;
import io.bitten.core.risk.Refusal;
import io.bitten.core.risk.RiskBook;
import io.bitten.core.risk.StandingRefusal;
import io.bitten.core.signal.LedgerEntry;
import io.bitten.core.signal.LedgerHead;
import io.bitten.core.signal.SignalId;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class OfferDeskTest {
  private final ManualTime time = new ManualTime(Some.NOW);
  private final MemoryWorld memory = MemoryWorld.on(time);
  private final OfferDesk desk = new OfferDesk(memory.world(), SomeRules.rulebook());

  @BeforeEach
  void a_live_signal() {
    memory.ledger().append(Some.signal(), LedgerEntry.after(LedgerHead.empty(), "{}"));
    memory.calendars().keep(Some.calendar());
  }

  @Test
  void a_signal_nobody_knows_is_gone() {
    Preview preview = desk.onSignal(Some.USER, new SignalId("SIG_20240102_999"), 77);
    assertThat(preview).isEqualTo(new Preview.Refused(new StandingRefusal.SignalGone()));
  }

  @Test
  void a_signal_that_the_tier_does_not_see_is_as_one_that_nobody_knows() {
    aTraderWithASeenAccount();
    Subscription pass = new Subscription.Active(Tier.PRESS_PASS, Some.NOW.plusSeconds(60));

    assertThat(desk.onNamedSignal(Some.trader().with(pass), Some.signal().id()))
        .isEqualTo(new Preview.Refused(new StandingRefusal.SignalGone()));
    assertThat(desk.onNamedSignal(Some.trader(), Some.signal().id()))
        .isInstanceOf(Preview.Ready.class);
  }

  @Test
  void what_is_missing_for_a_decision_is_told_step_by_step() {
    assertThat(refusal()).isEqualTo(new StandingRefusal.NoAccount());
    memory.traders().save(Versioned.fresh(Some.trader().with(new Link.None())));
    assertThat(refusal()).isEqualTo(new StandingRefusal.NoAccount());
    memory.traders().save(memory.traders().find(Some.USER).orElseThrow().with(Some.trader()));
    assertThat(refusal()).isEqualTo(new StandingRefusal.NoAccount());
    memory.accounts().claim(Some.account());
    assertThat(refusal()).isEqualTo(new StandingRefusal.AccountUnseen());
    look(Map.of(), Map.of());
    assertThat(refusal()).isEqualTo(new MarketRefusal.SymbolUnknown(Some.EURUSD));
    time.advance(Duration.ofSeconds(1));
    look(Map.of(), Map.of(Some.EURUSD, Some.spec()));
    assertThat(refusal()).isEqualTo(new MarketRefusal.NoQuote(Some.EURUSD));
    time.advance(Duration.ofSeconds(1));
    look(Map.of(Some.EURUSD, Some.quote(time.instant())), Map.of(Some.EURUSD, Some.spec()));
    assertThat(desk.onSignal(Some.USER, Some.signal().id(), 77)).isInstanceOf(Preview.Ready.class);
  }

  @Test
  void terms_that_were_raised_since_have_to_be_accepted_first() {
    memory.traders().save(Versioned.fresh(Some.trader().with(new Oath.Taken("2025-07", Some.NOW))));
    memory.accounts().claim(Some.account());
    memory.accounts().keep(Some.snapshot());
    assertThat(refusal()).isEqualTo(new StandingRefusal.OathNotTaken());
  }

  @Test
  void a_halt_of_any_scope_is_told_whatever_else_is_missing() {
    memory.traders().save(Versioned.fresh(Some.trader()));
    for (HaltScope scope :
        new HaltScope[] {
          new HaltScope.OneUser(Some.USER),
          new HaltScope.OneAccount(Some.ACCOUNT),
          new HaltScope.Everything()
        }) {
      new HaltDesk(memory.world()).stop(scope, "ops", "drill");
      assertThat(refusal()).isEqualTo(new StandingRefusal.Halted(scope, "drill"));
    }
  }

  @Test
  void the_card_may_be_answered_for_thirty_seconds_or_until_its_signal_ends() {
    aTraderWithASeenAccount();
    assertThat(offer().expiresAt()).isEqualTo(Some.NOW.plusSeconds(30));
    time.set(Some.signal().expiresAt().minusSeconds(10));
    memory.accounts().keep(Some.snapshot(time.instant()));
    assertThat(offer().expiresAt()).isEqualTo(Some.signal().expiresAt());
  }

  @Test
  void what_was_shown_is_kept_and_found_by_its_id() {
    aTraderWithASeenAccount();
    Offer offer = offer();
    assertThat(offer.user()).isEqualTo(Some.USER);
    assertThat(offer.messageId()).isEqualTo(77);
    assertThat(offer.correlation()).isEqualTo(Some.signal().correlation());
    assertThat(memory.offers().find(offer.id())).contains(offer);
    OfferId own = new OfferId("OWNAAAAAAAAAAAAA");
    assertThat(offer.as(own))
        .isEqualTo(
            new Offer(
                own,
                offer.user(),
                offer.account(),
                offer.origin(),
                offer.terms(),
                offer.grade(),
                offer.messageId(),
                offer.shownAt(),
                offer.expiresAt(),
                offer.correlation()));
  }

  @Test
  void an_idea_of_the_traders_own_is_offered_without_a_grade_and_without_a_message() {
    aTraderWithASeenAccount();
    Offer first = ((Preview.Ready) desk.onIdea(Some.USER, own())).offer();
    Offer second = ((Preview.Ready) desk.onIdea(Some.USER, own())).offer();
    assertThat(first.origin()).isEqualTo(new Origin.OfTrader());
    assertThat(first.grade()).isEqualTo(new Grade.Unscored());
    assertThat(first.messageId()).isZero();
    assertThat(first.expiresAt()).isEqualTo(Some.NOW.plusSeconds(30));
    assertThat(first.correlation()).isNotEqualTo(second.correlation());
  }

  @Test
  void a_calendar_of_six_hours_is_old_and_the_trader_is_told_that_news_is_not_checked() {
    aTraderWithASeenAccount();
    time.set(Some.NOW.plus(Duration.ofHours(6)).minusMillis(1));
    assertThat(ownNow().warnings()).isEmpty();
    time.set(Some.NOW.plus(Duration.ofHours(6)));
    assertThat(ownNow().warnings())
        .containsExactly("The news calendar is missing or old: news is not checked.");
  }

  @Test
  void the_place_of_an_order_that_ended_unreported_is_given_back_before_the_next_offer() {
    aTraderWithASeenAccount();
    Order ended = Some.order();
    RiskBook reserved = BookRules.reserve(Some.riskBook(), ended);
    memory.orders().place(ended, Versioned.fresh(reserved));
    time.advance(Duration.ofSeconds(2));
    memory.accounts().keep(Some.snapshot(time.instant()));
    ownNow();
    assertThat(book()).isEqualTo(reserved);
    memory
        .orders()
        .save(
            memory
                .orders()
                .find(ended.id())
                .orElseThrow()
                .with(ended.with(new OrderState.Expired(Some.NOW))));
    offer();
    assertThat(book().reservations()).isEmpty();
    assertThat(book().day().fires()).isZero();
  }

  private static Idea own() {
    Idea signal = OfferDesk.idea(Some.signal());
    return new Idea(
        new Origin.OfTrader(),
        signal.symbol(),
        signal.direction(),
        signal.stopLoss(),
        signal.takeProfit(),
        signal.ask(),
        new Grade.Unscored());
  }

  private Preview.Ready ownNow() {
    memory.accounts().keep(Some.snapshot(time.instant()));
    return (Preview.Ready) desk.onIdea(Some.USER, own());
  }

  private void aTraderWithASeenAccount() {
    memory.traders().save(Versioned.fresh(Some.trader()));
    memory.accounts().claim(Some.account());
    memory.accounts().keep(Some.snapshot());
  }

  private void look(Map<Symbol, Quote> quotes, Map<Symbol, SymbolSpec> specs) {
    AccountSnapshot s = Some.snapshot(time.instant());
    memory
        .accounts()
        .keep(
            new AccountSnapshot(
                s.account(),
                s.at(),
                s.balance(),
                s.equity(),
                s.margin(),
                s.freeMargin(),
                s.positions(),
                quotes,
                specs));
  }

  private Refusal refusal() {
    return ((Preview.Refused) desk.onSignal(Some.USER, Some.signal().id(), 77)).refusal();
  }

  private Preview.Ready ready() {
    return (Preview.Ready) desk.onSignal(Some.USER, Some.signal().id(), 77);
  }

  private Offer offer() {
    return ready().offer();
  }

  private RiskBook book() {
    return memory.riskBooks().find(Some.USER).orElseThrow().value();
  }
}
