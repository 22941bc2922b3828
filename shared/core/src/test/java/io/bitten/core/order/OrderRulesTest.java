package io.bitten.core.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.account.Ticket;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.market.Level;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Price;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrderRulesTest {
  private static final Instant NOW = Some.NOW;
  private static final Duration HORIZON = Duration.ofSeconds(60);
  private static final Instant LATE = NOW.plusSeconds(8);
  private static final Instant PROVABLE = LATE.plus(HORIZON).plusMillis(1);
  private static final Owner OWNER = new Owner("relay-1", "boot-1", 1);
  private static final Attempt FIRST = new Attempt(1, RouteName.FARM, OWNER, LATE);
  private static final Attempt SECOND = new Attempt(2, RouteName.FARM, OWNER, LATE);
  private static final Fill FILL = Some.fill();
  private static final Fill NAKED =
      new Fill(FILL.ticket(), FILL.price(), FILL.lots(), Level.absent(), FILL.at());
  private static final Exit EXIT =
      new Exit.Booked(Price.of("1.10300"), Some.usd("29.90"), ExitReason.TAKE_PROFIT, NOW);

  private static final List<OrderState> STATES =
      List.of(
          new OrderState.New(),
          new OrderState.Submitting(FIRST),
          new OrderState.Unknown(FIRST, "no answer", NOW),
          new OrderState.Filled(NAKED),
          new OrderState.Unprotected(NAKED, NOW),
          new OrderState.Protected(FILL, NOW),
          new OrderState.Closing(FILL, ExitReason.TRADER, NOW),
          new OrderState.Closed(FILL, EXIT),
          new OrderState.Rejected("10019", "no money", NOW),
          new OrderState.Expired(NOW),
          new OrderState.Killed(new HaltScope.Everything(), 1, NOW),
          new OrderState.Dead("poison", NOW));

  private static final List<OrderFact> FACTS =
      List.of(
          new OrderFact.Claimed(FIRST, NOW),
          new OrderFact.ProvenNotSent(FIRST),
          new OrderFact.HaltedUnsent(FIRST, new HaltScope.Everything(), 1, NOW),
          new OrderFact.AnswerLost("no answer", NOW),
          new OrderFact.Accepted(FIRST, FILL),
          new OrderFact.Refused(FIRST, "10019", "no money", NOW),
          new OrderFact.TurnedDown(FIRST, "10004", NOW),
          new OrderFact.PositionSeen(FILL),
          new OrderFact.NeverExecuted(2, HORIZON, PROVABLE),
          new OrderFact.StopSeen(FILL, NOW),
          new OrderFact.StopMissing(NAKED, NOW),
          new OrderFact.PositionChanged(
              new Fill(FILL.ticket(), FILL.price(), Lots.of("0.03"), FILL.stopLoss(), FILL.at()),
              NOW),
          new OrderFact.CloseAsked(ExitReason.TRADER, NOW),
          new OrderFact.CloseRefused(FILL, NOW),
          new OrderFact.Exited(EXIT),
          new OrderFact.DeadlinePassedUnclaimed(LATE),
          new OrderFact.Halted(new HaltScope.Everything(), 1, NOW),
          new OrderFact.Undeliverable("poison", NOW));

  @Test
  void exactly_the_named_edges_exist() {
    Map<String, String> found = new LinkedHashMap<>();
    for (OrderState state : STATES) {
      for (OrderFact fact : FACTS) {
        Move move = OrderRules.decide(in(state), fact);
        if (move instanceof Move.To(OrderState next)) {
          found.put(state.label() + " " + fact.getClass().getSimpleName(), next.label());
        }
      }
    }
    assertThat(found).containsExactlyInAnyOrderEntriesOf(Edges.ALL);
  }

  @Test
  void every_state_and_every_fact_is_in_the_table() {
    assertThat(STATES).hasSize(OrderState.class.getPermittedSubclasses().length);
    assertThat(FACTS).hasSize(OrderFact.class.getPermittedSubclasses().length);
  }

  @Test
  void nothing_leaves_a_terminal_state() {
    STATES.stream()
        .filter(OrderState::terminal)
        .forEach(
            state ->
                assertThat(FACTS)
                    .allSatisfy(
                        fact ->
                            assertThat(OrderRules.decide(in(state), fact))
                                .isInstanceOf(Move.Illegal.class)));
  }

  @Test
  void a_claim_needs_time_left_and_the_next_number() {
    assertThat(OrderRules.decide(in(new OrderState.New()), new OrderFact.Claimed(FIRST, LATE)))
        .isInstanceOf(Move.Illegal.class);
    assertThat(OrderRules.decide(in(new OrderState.New()), new OrderFact.Claimed(SECOND, NOW)))
        .isInstanceOf(Move.Illegal.class);
    assertThat(OrderRules.decide(in(new OrderState.New(1)), new OrderFact.Claimed(SECOND, NOW)))
        .isEqualTo(new Move.To(new OrderState.Submitting(SECOND)));
    Attempt third = new Attempt(3, RouteName.FARM, OWNER, LATE);
    assertThat(OrderRules.decide(in(new OrderState.New(2)), new OrderFact.Claimed(third, NOW)))
        .isInstanceOf(Move.Illegal.class);
    Attempt beyond = new Attempt(1, RouteName.FARM, OWNER, LATE.plusMillis(1));
    assertThat(OrderRules.decide(in(new OrderState.New()), new OrderFact.Claimed(beyond, NOW)))
        .isInstanceOf(Move.Illegal.class);
  }

  @Test
  void an_order_given_back_remembers_its_attempts() {
    assertThat(
            OrderRules.decide(
                in(new OrderState.Submitting(SECOND)), new OrderFact.ProvenNotSent(SECOND)))
        .isEqualTo(new Move.To(new OrderState.New(2)));
  }

  @Test
  void only_the_attempt_that_holds_the_order_speaks_for_it() {
    Attempt other =
        new Attempt(1, RouteName.FARM, new Owner("relay-1", "boot-2", 2), FIRST.deadline());
    Order held = in(new OrderState.Submitting(FIRST));
    assertThat(
            List.of(
                new OrderFact.ProvenNotSent(other),
                new OrderFact.Accepted(other, FILL),
                new OrderFact.Refused(other, "10006", "no", NOW),
                new OrderFact.HaltedUnsent(other, new HaltScope.Everything(), 1, NOW)))
        .allSatisfy(
            fact -> assertThat(OrderRules.decide(held, fact)).isInstanceOf(Move.Illegal.class));
  }

  @Test
  void an_unknown_order_ends_by_proof_and_never_by_time_alone() {
    Order unknown = in(new OrderState.Unknown(FIRST, "no answer", NOW));
    assertThat(
            OrderRules.decide(
                unknown, new OrderFact.NeverExecuted(1, HORIZON, PROVABLE.plusSeconds(86_400))))
        .isInstanceOf(Move.Illegal.class);
    assertThat(
            OrderRules.decide(unknown, new OrderFact.NeverExecuted(2, HORIZON, LATE.plus(HORIZON))))
        .isInstanceOf(Move.Illegal.class);
    assertThat(OrderRules.decide(unknown, new OrderFact.DeadlinePassedUnclaimed(PROVABLE)))
        .isInstanceOf(Move.Illegal.class);
  }

  @Test
  void proof_with_time_and_an_attempt_left_gives_the_order_back() {
    Attempt early = new Attempt(1, RouteName.FARM, OWNER, NOW.plusSeconds(1));
    Order unknown = in(new OrderState.Unknown(early, "no answer", NOW));
    assertThat(
            OrderRules.decide(
                unknown, new OrderFact.NeverExecuted(2, Duration.ofSeconds(2), NOW.plusSeconds(4))))
        .isEqualTo(new Move.To(new OrderState.New(1)));
  }

  @Test
  void a_new_order_does_not_expire_before_its_deadline() {
    assertThat(
            OrderRules.decide(
                in(new OrderState.New()),
                new OrderFact.DeadlinePassedUnclaimed(LATE.minusMillis(1))))
        .isInstanceOf(Move.Illegal.class);
  }

  @Test
  void protection_needs_a_stop_on_the_same_ticket() {
    Fill other = new Fill(new Ticket(1), FILL.price(), FILL.lots(), FILL.stopLoss(), FILL.at());
    Order filled = in(new OrderState.Filled(NAKED));
    assertThat(OrderRules.decide(filled, new OrderFact.StopSeen(NAKED, NOW)))
        .isInstanceOf(Move.Illegal.class);
    assertThat(OrderRules.decide(filled, new OrderFact.StopSeen(other, NOW)))
        .isInstanceOf(Move.Illegal.class);
    assertThat(
            OrderRules.decide(
                in(new OrderState.Closing(FILL, ExitReason.TRADER, NOW)),
                new OrderFact.CloseRefused(NAKED, NOW)))
        .isInstanceOf(Move.Illegal.class);
  }

  private static Order in(OrderState state) {
    return Some.order().with(state);
  }
}
