package io.bitten.core.fire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.core.Contention;
import io.bitten.core.Event;
import io.bitten.core.EventHeader;
import io.bitten.core.Interrupted;
import io.bitten.core.Some;
import io.bitten.core.SomeRules;
import io.bitten.core.Versioned;
import io.bitten.core.account.Magic;
import io.bitten.core.fill.Report;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.order.Attempt;
import io.bitten.core.order.CommandHeader;
import io.bitten.core.order.HaltEpochs;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.Orders;
import io.bitten.core.order.Owner;
import io.bitten.core.order.RelayCommand;
import io.bitten.core.order.RouteName;
import io.bitten.core.risk.StandingRefusal;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** One confirmed fire under repeats, crashes and others who write meanwhile. */
final class FireRepeatsTest {

  @Test
  void a_crash_between_any_two_calls_and_a_repeat_place_one_order_with_one_command() {
    int crashes = 0;
    for (int call = 1; call <= 8; call++) {
      for (boolean before : new boolean[] {true, false}) {
        FireScene its = new FireScene();
        Offer offer = its.offer();
        crashes += its.crashed(offer, new Interrupted.Moment(call, before)) ? 1 : 0;
        its.desk().fire(request(offer));
        assertThat(its.orders().items()).hasSize(1);
        assertThat(its.book().reservations()).hasSize(1);
        assertThat(its.book().day().fires()).isEqualTo(1);
        assertThat(its.commandIds()).hasSize(1);
        assertThat(its.placedIds()).hasSize(1);
      }
    }
    assertThat(crashes).as("four calls, before and after").isEqualTo(8);
  }

  @Test
  void two_desks_with_the_same_request_at_any_interleaving_place_one_order() {
    for (int call = 1; call <= 8; call++) {
      FireScene its = new FireScene();
      Offer offer = its.offer();
      FireDesk other = its.desk();
      new FireDesk(
              Interrupted.world(
                  its.memory.world(),
                  new Interrupted.Moment(call, true),
                  () -> other.fire(request(offer))),
              SomeRules.rulebook())
          .fire(request(offer));
      assertThat(its.orders().items()).hasSize(1);
      assertThat(its.book().reservations()).hasSize(1);
      assertThat(its.commandIds()).hasSize(1);
    }
  }

  @Test
  void a_book_that_keeps_changing_is_decided_on_eight_times_and_then_left_to_the_queue() {
    FireScene its = new FireScene();
    Offer offer = its.offer();
    its.memory.riskBooks().save(Versioned.fresh(Some.riskBook()));
    AtomicInteger decisions = new AtomicInteger();
    FireDesk desk =
        new FireDesk(
            Interrupted.before(
                its.memory.world(),
                Orders.class,
                "place",
                () -> {
                  decisions.incrementAndGet();
                  its.memory.riskBooks().save(its.stored());
                }),
            SomeRules.rulebook());
    assertThatThrownBy(() -> desk.fire(request(offer))).isInstanceOf(Contention.class);
    assertThat(decisions).hasValue(8);
    assertThat(its.orders().items()).isEmpty();
    assertThat(its.memory.queues().relay()).isEmpty();
  }

  @Test
  void the_order_carries_the_epochs_the_decision_saw_and_exactly_the_shown_terms() {
    FireScene its = new FireScene();
    its.memory
        .halts()
        .write(new Halt.Lifted(new HaltScope.Everything(), 1, "ops", "over", Some.NOW));
    HaltScope account = new HaltScope.OneAccount(Some.ACCOUNT);
    its.memory.halts().write(new Halt.Active(account, 1, "ops", "drill", Some.NOW));
    its.memory.halts().write(new Halt.Lifted(account, 2, "ops", "over", Some.NOW));
    Offer offer = its.offer();
    Order order = ((Fired.Placed) its.desk().fire(request(offer))).order();
    Order expected =
        new Order(
            FireDesk.orderId(offer.id()),
            "TRD_20240102_001",
            Magic.ours(1),
            Some.USER,
            Some.ACCOUNT,
            offer.origin(),
            offer.terms(),
            new OrderState.New(),
            new HaltEpochs(1, 2, 0),
            Some.NOW,
            Some.NOW.plusSeconds(8),
            offer.correlation());
    assertThat(order).isEqualTo(expected);
  }

  @Test
  void the_command_and_the_event_carry_what_the_order_does() {
    FireScene its = new FireScene();
    Offer offer = its.offer();
    Order order = ((Fired.Placed) its.desk().fire(request(offer))).order();
    assertThat(its.memory.queues().relay())
        .containsExactly(
            new RelayCommand.Open(
                new CommandHeader(
                    "open-" + order.id(),
                    Some.ACCOUNT,
                    new HaltEpochs(0, 0, 0),
                    Some.NOW,
                    Some.NOW.plusSeconds(8),
                    offer.correlation()),
                order.id(),
                order.magic(),
                order.terms()));
    assertThat(its.memory.events().published())
        .containsExactly(
            new Event.OrderPlaced(
                EventHeader.of("placed-" + order.id(), Some.NOW, offer.correlation()),
                order.id(),
                Some.USER,
                77));
  }

  @Test
  void an_order_ends_with_its_signal_when_that_is_sooner() {
    FireScene its = new FireScene();
    its.at(Some.signal().expiresAt().minusSeconds(5));
    Order order = ((Fired.Placed) its.desk().fire(request(its.offer()))).order();
    assertThat(order.deadline()).isEqualTo(Some.signal().expiresAt());
  }

  @Test
  void a_request_for_an_offer_nobody_made_is_ignored() {
    FireScene its = new FireScene();
    FireRequest unknown = new FireRequest(Some.OFFER, Some.USER, "tap-1", 77);
    assertThat(its.desk().fire(unknown))
        .isEqualTo(new Fired.Ignored(new StandingRefusal.OfferGone()));
    assertThat(its.memory.events().published()).isEmpty();
  }

  @Test
  void a_repeat_after_the_offer_ran_out_finds_its_order_and_tells_it_again() {
    FireScene its = new FireScene();
    Offer offer = its.offer();
    Fired first = its.desk().fire(request(offer));
    its.at(Some.NOW.plusSeconds(31));
    assertThat(its.desk().fire(request(offer))).isEqualTo(first);
    assertThat(its.placedIds()).hasSize(1);
  }

  @Test
  void the_sweep_leaves_alone_what_is_young_and_what_somebody_else_moved_first() {
    FireScene its = new FireScene();
    Order order = ((Fired.Placed) its.desk().fire(request(its.offer()))).order();
    its.memory.queues().takeRelay();
    its.at(Some.NOW.plusSeconds(3));
    assertThat(its.sweep().sweep()).isZero();
    assertThat(its.memory.queues().relay()).isEmpty();
    its.at(order.deadline());
    assertThat(its.sweep().sweep()).isZero();
    assertThat(its.memory.queues().takeRelay()).containsExactly(FireDesk.command(order));
    its.at(order.deadline().plusMillis(1));
    Order dead = order.with(new OrderState.Dead("poison", Some.NOW));
    SweepDesk slow =
        new SweepDesk(
            Interrupted.before(
                its.memory.world(),
                Orders.class,
                "save",
                () -> its.memory.orders().save(its.order(order).with(dead))),
            its.fills());
    assertThat(slow.sweep()).isZero();
    assertThat(its.order(order).value()).isEqualTo(dead);
    assertThat(its.memory.events().published()).noneMatch(e -> e instanceof Event.OrderChanged);
  }

  @Test
  void the_longest_doubt_is_measured_and_is_nothing_when_there_is_none() {
    FireScene its = new FireScene();
    Order order = ((Fired.Placed) its.desk().fire(request(its.offer()))).order();
    assertThat(its.sweep().unknown().longest()).isZero();
    Attempt attempt =
        new Attempt(1, RouteName.FARM, new Owner("vps-1", "boot-1", 1), order.deadline());
    its.memory
        .orders()
        .save(
            its.order(order)
                .with(order.with(new OrderState.Unknown(attempt, "no answer", Some.NOW))));
    its.at(Some.NOW.plusSeconds(121));
    assertThat(its.sweep().unknown().longest()).hasSeconds(121);
  }

  @Test
  void an_expired_order_is_told_with_the_version_it_was_stored_under() {
    FireScene its = new FireScene();
    Order order = ((Fired.Placed) its.desk().fire(request(its.offer()))).order();
    its.memory.events().take();
    its.at(order.deadline().plusMillis(1));
    assertThat(its.sweep().sweep()).isEqualTo(1);
    assertThat(its.memory.queues().reports())
        .containsExactly(new Report.OrderMoving(order.id(), Some.ACCOUNT, 2, its.time.instant()));
    assertThat(its.memory.events().published())
        .containsExactly(
            new Event.OrderChanged(
                EventHeader.of("changed-" + order.id() + "-2", Some.NOW, order.correlation()),
                order.id(),
                Some.USER,
                2,
                "EXPIRED"));
    assertThat(its.order(order).version()).isEqualTo(2);
  }

  private static FireRequest request(Offer offer) {
    return new FireRequest(offer.id(), offer.user(), "tap-1", 77);
  }
}
