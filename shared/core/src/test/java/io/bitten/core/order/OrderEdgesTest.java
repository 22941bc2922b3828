package io.bitten.core.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.core.Some;
import io.bitten.core.account.Ticket;
import io.bitten.core.market.Lots;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The guards of {@link OrderRules} at their last moment and with the wrong ticket. */
final class OrderEdgesTest {
  private static final Instant DEADLINE = Some.order().deadline();
  private static final Owner OWNER = new Owner("relay-1", "boot-1", 1);
  private static final Attempt FIRST = attempt(1, DEADLINE);
  private static final Attempt SECOND = attempt(2, DEADLINE);
  private static final Fill FILL = Some.fill();
  private static final Fill OTHER =
      new Fill(new Ticket(1), FILL.price(), Lots.of("0.05"), FILL.stopLoss(), FILL.at());

  @Test
  void an_attempt_turned_down_is_tried_again_once_and_only_before_the_deadline() {
    assertThat(turnedDown(FIRST, DEADLINE.minusMillis(1)))
        .isEqualTo(new Move.To(new OrderState.New(1)));
    assertThat(turnedDown(FIRST, DEADLINE)).isInstanceOf(Move.Illegal.class);
    assertThat(turnedDown(SECOND, Some.NOW)).isInstanceOf(Move.Illegal.class);
    assertThat(
            OrderRules.decide(
                in(new OrderState.Submitting(SECOND)),
                new OrderFact.TurnedDown(FIRST, "10004", Some.NOW)))
        .isInstanceOf(Move.Illegal.class);
  }

  @Test
  void proof_of_nothing_gives_the_first_attempt_back_and_ends_the_second() {
    Duration horizon = Duration.ofSeconds(2);
    Instant proven = Some.NOW.plusSeconds(1).plus(horizon).plusMillis(1);
    assertThat(proof(attempt(1, Some.NOW.plusSeconds(1)), horizon, proven))
        .isEqualTo(new Move.To(new OrderState.New(1)));
    assertThat(proof(attempt(2, Some.NOW.plusSeconds(1)), horizon, proven))
        .isEqualTo(new Move.To(new OrderState.Expired(proven)));
    assertThat(proof(attempt(1, Some.NOW.plusSeconds(1)), horizon, DEADLINE))
        .isEqualTo(new Move.To(new OrderState.Expired(DEADLINE)));
    assertThat(proof(attempt(1, Some.NOW.plusSeconds(1)), horizon, DEADLINE.minusMillis(1)))
        .isEqualTo(new Move.To(new OrderState.New(1)));
  }

  @Test
  void what_is_illegal_is_told_with_the_state_the_fact_and_what_would_have_to_hold() {
    assertThat(turnedDown(SECOND, Some.NOW))
        .isEqualTo(
            new Move.Illegal(
                "SUBMITTING",
                "TurnedDown",
                "only an attempt with time and another one left is tried again"));
  }

  @Test
  void another_positions_stop_moves_no_order() {
    OrderState protectedState = new OrderState.Protected(FILL, Some.NOW);
    illegal(protectedState, new OrderFact.StopMissing(OTHER, Some.NOW));
    illegal(protectedState, new OrderFact.PositionChanged(OTHER, Some.NOW));
    illegal(new OrderState.Filled(FILL), new OrderFact.StopMissing(OTHER, Some.NOW));
    illegal(new OrderState.Unprotected(FILL, Some.NOW), new OrderFact.StopSeen(OTHER, Some.NOW));
    illegal(
        new OrderState.Closing(FILL, ExitReason.TRADER, Some.NOW),
        new OrderFact.CloseRefused(OTHER, Some.NOW));
  }

  @Test
  void a_position_that_is_as_it_was_has_not_changed() {
    illegal(
        new OrderState.Protected(FILL, Some.NOW),
        new OrderFact.PositionChanged(FILL, Some.NOW.plusSeconds(1)));
  }

  @Test
  void an_order_id_is_sixteen_characters_of_base_32_and_attempts_are_not_negative() {
    assertThat(OrderId.derivedFrom("fire", "a")).isEqualTo(OrderId.derivedFrom("fire", "a"));
    assertThat(OrderId.derivedFrom("fire", "a")).isNotEqualTo(OrderId.derivedFrom("fire", "b"));
    assertThat(Some.ORDER).hasToString(Some.ORDER.value());
    assertThatThrownBy(() -> new OrderId("ABC")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new OrderState.New(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  private static void illegal(OrderState state, OrderFact fact) {
    assertThat(OrderRules.decide(in(state), fact)).isInstanceOf(Move.Illegal.class);
  }

  private static Move turnedDown(Attempt attempt, Instant at) {
    return OrderRules.decide(
        in(new OrderState.Submitting(attempt)), new OrderFact.TurnedDown(attempt, "10004", at));
  }

  private static Move proof(Attempt attempt, Duration horizon, Instant at) {
    return OrderRules.decide(
        in(new OrderState.Unknown(attempt, "no answer", Some.NOW)),
        new OrderFact.NeverExecuted(2, horizon, at));
  }

  private static Attempt attempt(int number, Instant deadline) {
    return new Attempt(number, RouteName.FARM, OWNER, deadline);
  }

  private static Order in(OrderState state) {
    return Some.order().with(state);
  }
}
