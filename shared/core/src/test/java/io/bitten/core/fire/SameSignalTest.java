package io.bitten.core.fire;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.SomeRules;
import io.bitten.core.Versioned;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderState;
import org.junit.jupiter.api.Test;

/** One signal, shown on several cards to one trader. */
final class SameSignalTest {
  private final FireScene its = new FireScene();

  @Test
  void a_signal_is_fired_once_at_a_time_by_one_trader() {
    Offer card = its.offer();
    Offer list = its.offer();
    FireDesk unhurried = new FireDesk(its.memory.world(), SomeRules.unhurried());
    unhurried.fire(request(card));
    assertThat(unhurried.fire(request(list)))
        .isInstanceOfSatisfying(
            Fired.Refused.class,
            no -> assertThat(no.refusal().code()).isEqualTo("SIGNAL_ALREADY_TAKEN"));
    assertThat(its.orders().items()).hasSize(1);
    assertThat(
            new OfferDesk(its.memory.world(), SomeRules.rulebook())
                .onSignal(Some.USER, Some.signal().id(), 78))
        .isInstanceOfSatisfying(
            Preview.Refused.class,
            no -> assertThat(no.refusal().code()).isEqualTo("SIGNAL_ALREADY_TAKEN"));
  }

  @Test
  void a_signal_may_be_fired_again_once_its_order_has_ended() {
    its.desk().fire(request(its.offer()));
    Versioned<Order> stored = its.order(its.orders().items().getFirst());
    its.memory
        .orders()
        .save(stored.with(stored.value().with(new OrderState.Rejected("X", "no", Some.NOW))));
    its.at(Some.NOW.plusSeconds(3));
    assertThat(its.desk().fire(request(its.offer()))).isInstanceOf(Fired.Placed.class);
  }

  private static FireRequest request(Offer offer) {
    return new FireRequest(offer.id(), offer.user(), "tap-1", 77);
  }
}
