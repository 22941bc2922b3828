package io.bitten.core.fire;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Event;
import io.bitten.core.Some;
import io.bitten.core.SomeRules;
import io.bitten.core.Versioned;
import io.bitten.core.account.UserId;
import io.bitten.core.fill.FillDesk;
import io.bitten.core.fill.Report;
import io.bitten.core.halt.HaltDesk;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderId;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.Origin;
import io.bitten.core.order.RelayCommand;
import io.bitten.core.risk.Idea;
import io.bitten.core.risk.RiskBook;
import io.bitten.core.signal.LedgerEntry;
import io.bitten.core.signal.LedgerHead;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FireDeskTest {
  private final ManualTime time = new ManualTime(Some.NOW);
  private final MemoryWorld memory = MemoryWorld.on(time);
  private final OfferDesk offers = new OfferDesk(memory.world(), SomeRules.rulebook());
  private final FireDesk desk = new FireDesk(memory.world(), SomeRules.rulebook());
  private final FillDesk fills = new FillDesk(memory.world(), SomeRules.rulebook());

  @BeforeEach
  void a_trader_with_a_seen_account_and_a_live_signal() {
    memory.traders().save(Versioned.fresh(Some.trader()));
    memory.accounts().claim(Some.account());
    memory.accounts().keep(Some.snapshot());
    memory.calendars().keep(Some.calendar());
    memory.ledger().append(Some.signal(), LedgerEntry.after(LedgerHead.empty(), "{}"));
  }

  @Test
  void a_confirmed_offer_places_one_order_with_exactly_its_terms() {
    Offer offer = offer();
    assertThat(desk.fire(request(offer)))
        .isInstanceOfSatisfying(
            Fired.Placed.class,
            placed -> assertThat(placed.order().terms()).isEqualTo(offer.terms()));
    assertThat(commands()).hasSize(1);
    assertThat(memory.riskBooks().find(Some.USER).orElseThrow().value().reservations()).hasSize(1);
  }

  @Test
  void the_same_fire_ten_times_places_one_order() {
    Offer offer = offer();
    for (int i = 0; i < 10; i++) {
      desk.fire(request(offer));
    }
    assertThat(orders()).hasSize(1);
    assertThat(commands())
        .extracting(c -> c.header().id())
        .containsOnly(commands().getFirst().header().id());
  }

  @Test
  void a_repeat_after_the_relay_took_the_order_sends_no_command() {
    Offer offer = offer();
    desk.fire(request(offer));
    Versioned<Order> stored = memory.orders().find(orders().getFirst().id()).orElseThrow();
    memory
        .orders()
        .save(stored.with(stored.value().with(new OrderState.Rejected("X", "no", Some.NOW))));
    int before = commands().size();
    desk.fire(request(offer));
    assertThat(commands()).hasSize(before);
  }

  @Test
  void an_offer_cancelled_while_its_confirmation_is_on_its_way_places_nothing() {
    Offer offer = offer();
    memory.orders().forbid(FireDesk.orderId(offer.id()));
    assertThat(desk.fire(request(offer)))
        .isInstanceOfSatisfying(
            Fired.Refused.class, no -> assertThat(no.refusal().code()).isEqualTo("OFFER_ENDED"));
    assertThat(orders()).isEmpty();
    assertThat(commands()).isEmpty();
    assertThat(memory.riskBooks().find(Some.USER)).isEmpty();
  }

  @Test
  void another_persons_offer_does_nothing() {
    Offer offer = offer();
    Fired fired = desk.fire(new FireRequest(offer.id(), UserId.ofTelegram(666), "tap-1", 77));
    assertThat(fired).isInstanceOf(Fired.Ignored.class);
    assertThat(orders()).isEmpty();
    assertThat(memory.events().published()).isEmpty();
  }

  @Test
  void a_no_belongs_to_the_message_that_was_tapped_though_a_command_asked_for_the_card() {
    Offer offer = ((Preview.Ready) offers.onSignal(Some.USER, Some.signal().id(), 0)).offer();
    time.set(Some.NOW.plusSeconds(30));
    desk.fire(request(offer));
    assertThat(memory.events().published())
        .singleElement()
        .isInstanceOfSatisfying(
            Event.FireRefused.class, e -> assertThat(e.messageId()).isEqualTo(77));
  }

  @Test
  void after_thirty_seconds_the_offer_is_refused_and_the_trader_told() {
    Offer offer = offer();
    time.set(Some.NOW.plusSeconds(30));
    memory.accounts().keep(Some.snapshot(time.instant()));
    assertThat(desk.fire(request(offer))).isInstanceOf(Fired.Refused.class);
    assertThat(memory.events().published())
        .singleElement()
        .isInstanceOfSatisfying(
            Event.FireRefused.class, e -> assertThat(e.code()).isEqualTo("OFFER_EXPIRED"));
    assertThat(orders()).isEmpty();
  }

  @Test
  void two_hundred_simultaneous_taps_with_one_place_left_open_one_position() throws Exception {
    FireDesk unhurried = new FireDesk(memory.world(), SomeRules.unhurried());
    RiskBook almostFull =
        Some.riskBook(List.of(Some.reservation(OrderId.derivedFrom("held", "1"))));
    memory.riskBooks().save(Versioned.fresh(almostFull));
    OfferDesk offering = new OfferDesk(memory.world(), SomeRules.unhurried());
    List<Offer> shown = IntStream.range(0, 200).mapToObj(i -> own(offering)).toList();
    List<String> refusals = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(16)) {
      List<Callable<Fired>> taps =
          shown.stream().<Callable<Fired>>map(o -> () -> unhurried.fire(request(o))).toList();
      for (var result : threads.invokeAll(taps)) {
        if (result.get() instanceof Fired.Refused no) {
          refusals.add(no.refusal().code());
        }
      }
    }
    assertThat(refusals).hasSize(199).containsOnly("SYMBOL_FULL");
    assertThat(orders()).hasSize(1);
    assertThat(memory.orders().open(Some.ACCOUNT, 300)).hasSize(1);
    assertThat(commands()).hasSize(1);
  }

  @Test
  void a_halt_after_the_card_was_shown_refuses() {
    Offer offer = offer();
    new HaltDesk(memory.world()).stop(new HaltScope.OneUser(Some.USER), "tg-7001", "enough");
    assertThat(desk.fire(request(offer)))
        .isInstanceOfSatisfying(
            Fired.Refused.class, no -> assertThat(no.refusal().code()).isEqualTo("HALTED"));
  }

  @Test
  void an_order_nobody_claimed_is_sent_again_and_expired_after_its_deadline() {
    desk.fire(request(offer()));
    SweepDesk sweep = new SweepDesk(memory.world(), fills);
    time.set(Some.NOW.plusSeconds(5));
    assertThat(sweep.sweep()).isZero();
    assertThat(commands()).hasSize(2);
    time.set(Some.NOW.plusSeconds(9));
    assertThat(sweep.sweep()).isEqualTo(1);
    assertThat(orders().getFirst().state()).isEqualTo(new OrderState.Expired(time.instant()));
    assertThat(memory.queues().reports())
        .containsExactly(
            new Report.OrderMoving(orders().getFirst().id(), Some.ACCOUNT, 2, time.instant()));
    assertThat(memory.riskBooks().find(Some.USER).orElseThrow().value())
        .satisfies(book -> assertThat(book.reservations()).isEmpty())
        .satisfies(book -> assertThat(book.day().fires()).isZero());
  }

  @Test
  void a_report_that_comes_twice_is_booked_once() {
    desk.fire(request(offer()));
    Versioned<Order> stored = memory.orders().find(orders().getFirst().id()).orElseThrow();
    Order rejected = stored.value().with(new OrderState.Rejected("10019", "no money", Some.NOW));
    memory.orders().save(stored.with(rejected));
    Report report =
        new Report.OrderMoved(
            rejected.id(), Some.ACCOUNT, stored.version() + 1, "REJECTED", Some.NOW);
    fills.book(report);
    var once = memory.riskBooks().find(Some.USER).orElseThrow().value();
    fills.book(report);
    assertThat(memory.riskBooks().find(Some.USER).orElseThrow().value()).isEqualTo(once);
    assertThat(once.reservations()).isEmpty();
  }

  private Offer offer() {
    return offer(offers);
  }

  /** The trader's own idea, which may be had more than once. */
  private static Offer own(OfferDesk offers) {
    Idea idea = OfferDesk.idea(Some.signal());
    Preview preview =
        offers.onIdea(
            Some.USER,
            new Idea(
                new Origin.OfTrader(),
                idea.symbol(),
                idea.direction(),
                idea.stopLoss(),
                idea.takeProfit(),
                idea.ask(),
                idea.grade()));
    return ((Preview.Ready) preview).offer();
  }

  private static Offer offer(OfferDesk offers) {
    Preview preview = offers.onSignal(Some.USER, Some.signal().id(), 77);
    return ((Preview.Ready) preview).offer();
  }

  private static FireRequest request(Offer offer) {
    return new FireRequest(offer.id(), offer.user(), "tap-1", 77);
  }

  private List<Order> orders() {
    return memory.orders().of(Some.USER, "", 500).items();
  }

  private List<RelayCommand> commands() {
    return memory.queues().relay().stream()
        .filter(command -> command instanceof RelayCommand.Open)
        .toList();
  }
}
