package io.bitten.core.fire;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Event;
import io.bitten.core.Interrupted;
import io.bitten.core.Some;
import io.bitten.core.SomeRules;
import io.bitten.core.order.Orders;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A trader who was told that nothing was traded fires again; the first fire is over for good. */
final class FinalRefusalTest {

  @Test
  void what_was_refused_once_is_never_placed_though_a_repeat_of_it_would_pass() {
    FireScene its = new FireScene();
    Offer offer = its.offer();
    its.time.set(Some.NOW.plusSeconds(10));
    assertThat(its.desk().fire(request(offer)))
        .isInstanceOfSatisfying(
            Fired.Refused.class, no -> assertThat(no.refusal().code()).isEqualTo("ACCOUNT_STALE"));
    its.at(Some.NOW.plusSeconds(20));
    assertThat(its.desk().fire(request(offer))).isInstanceOf(Fired.Refused.class);
    assertThat(its.orders().items()).isEmpty();
    assertThat(its.memory.queues().relay()).isEmpty();
  }

  @Test
  void whoever_would_be_refused_while_another_desk_places_the_order_is_told_of_the_order() {
    FireScene its = new FireScene();
    Offer offer = its.offer();
    its.time.set(Some.NOW.plusSeconds(10));
    FireDesk late =
        new FireDesk(
            Interrupted.before(
                its.memory.world(),
                Orders.class,
                "forbid",
                () -> {
                  its.at(Some.NOW.plusSeconds(11));
                  its.desk().fire(request(offer));
                }),
            SomeRules.rulebook());
    assertThat(late.fire(request(offer))).isInstanceOf(Fired.Placed.class);
    assertThat(its.memory.events().published()).noneMatch(e -> e instanceof Event.FireRefused);
    assertThat(its.commandIds()).hasSize(1);
  }

  @Test
  void after_a_crash_between_any_two_calls_it_is_either_placed_or_told_as_refused() {
    Set<Integer> placed = new HashSet<>();
    for (int call = 1; call <= 4; call++) {
      for (boolean before : new boolean[] {true, false}) {
        FireScene its = new FireScene();
        Offer offer = its.offer();
        its.time.set(Some.NOW.plusSeconds(10));
        its.crashed(offer, new Interrupted.Moment(call, before));
        its.at(Some.NOW.plusSeconds(20));
        its.desk().fire(request(offer));
        int orders = its.orders().items().size();
        boolean told =
            its.memory.events().published().stream().anyMatch(e -> e instanceof Event.FireRefused);
        assertThat(told).as("call %d, before %s", call, before).isEqualTo(orders == 0);
        placed.add(orders);
      }
    }
    assertThat(placed).containsExactlyInAnyOrder(0, 1);
  }

  private static FireRequest request(Offer offer) {
    return new FireRequest(offer.id(), offer.user(), "tap-1", 77);
  }
}
