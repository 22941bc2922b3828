package io.bitten.core.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.SomeKinds;
import io.bitten.core.account.Money;
import io.bitten.core.account.Ticket;
import io.bitten.core.market.Level;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Price;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OrphanRulesTest {
  private static final Instant LATER = Some.NOW.plusSeconds(10);
  private static final Money RISK = Some.usd("20");
  private static final Fill FILL = Some.fill();
  private static final OrphanSource NOBODY = new OrphanSource.OfNobody(Some.magic());
  private static final OrphanSource ORDER =
      new OrphanSource.OfOrder(Some.ORDER, "TRD_20240102_001", "EXPIRED");

  private static final OrphanState LEFT = new OrphanState.Left(Some.NOW);
  private static final OrphanState CLOSING = new OrphanState.Closing(ExitReason.LATE, Some.NOW);

  @Test
  void beside_an_order_that_was_executed_a_position_is_a_duplicate() {
    for (OrderState state : SomeKinds.states()) {
      boolean executed =
          switch (state) {
            case OrderState.New s -> false;
            case OrderState.Submitting s -> false;
            case OrderState.Unknown s -> false;
            case OrderState.Filled s -> true;
            case OrderState.Unprotected s -> true;
            case OrderState.Protected s -> true;
            case OrderState.Closing s -> true;
            case OrderState.Closed s -> true;
            case OrderState.Rejected s -> false;
            case OrderState.Expired s -> false;
            case OrderState.Killed s -> false;
            case OrderState.Dead s -> false;
          };

      assertThat(new OrphanSource.OfOrder(Some.ORDER, "TRD_1", state.label()).duplicate())
          .as(state.label())
          .isEqualTo(executed);
    }
  }

  @Test
  void what_an_order_became_is_closed_and_what_nobody_knows_is_left() {
    assertThat(OrphanRules.first(ORDER, Some.NOW)).isEqualTo(CLOSING);
    assertThat(OrphanRules.first(NOBODY, Some.NOW)).isEqualTo(LEFT);
  }

  @Test
  void what_was_left_is_closed_when_somebody_asks_and_what_closes_keeps_its_reason() {
    OrphanFact asked = new OrphanFact.CloseAsked(ExitReason.PANIC);
    assertThat(after(orphan(NOBODY, LEFT), asked).state())
        .isEqualTo(new OrphanState.Closing(ExitReason.PANIC, LATER));
    Orphan closing = orphan(ORDER, CLOSING);
    assertThat(after(closing, asked)).isSameAs(closing);
  }

  @Test
  void an_end_that_an_expert_made_was_ours_when_we_were_closing() {
    assertThat(gone(CLOSING, booked(ExitReason.OUTSIDE))).isEqualTo(booked(ExitReason.LATE));
    assertThat(gone(CLOSING, unbooked(ExitReason.OUTSIDE))).isEqualTo(unbooked(ExitReason.LATE));
    assertThat(gone(LEFT, booked(ExitReason.OUTSIDE))).isEqualTo(booked(ExitReason.OUTSIDE));
  }

  @Test
  void an_end_that_the_broker_explains_is_told_as_the_broker_does() {
    assertThat(gone(CLOSING, booked(ExitReason.STOP_LOSS))).isEqualTo(booked(ExitReason.STOP_LOSS));
    assertThat(gone(CLOSING, unbooked(ExitReason.STOP_OUT)))
        .isEqualTo(unbooked(ExitReason.STOP_OUT));
  }

  @Test
  void whose_it_is_may_be_learned_and_then_it_is_closed() {
    Fill less = new Fill(FILL.ticket(), FILL.price(), Lots.of("0.05"), Level.absent(), FILL.at());
    assertThat(OrphanRules.after(orphan(NOBODY, LEFT), found(ORDER, less), Some.usd("9"), LATER))
        .isEqualTo(
            new Orphan(
                Orphan.idOf(Some.ACCOUNT, FILL.ticket()),
                Some.USER,
                Some.ACCOUNT,
                ORDER,
                Some.EURUSD,
                Some.terms().direction(),
                less,
                Some.usd("9"),
                new OrphanState.Closing(ExitReason.LATE, LATER),
                Some.NOW));
  }

  @Test
  void whose_it_is_is_not_forgotten_and_a_close_that_was_asked_for_stays_as_it_was() {
    Orphan closing = orphan(ORDER, CLOSING);
    assertThat(after(closing, found(NOBODY, FILL))).isEqualTo(closing);
    OrphanState panic = new OrphanState.Closing(ExitReason.PANIC, Some.NOW);
    assertThat(after(orphan(NOBODY, panic), found(ORDER, FILL))).isEqualTo(orphan(ORDER, panic));
    assertThat(after(orphan(NOBODY, LEFT), found(NOBODY, FILL))).isEqualTo(orphan(NOBODY, LEFT));
  }

  @Test
  void an_order_that_holds_it_after_all_ends_it() {
    assertThat(after(orphan(NOBODY, LEFT), new OrphanFact.Claimed(Some.ORDER)).state())
        .isEqualTo(new OrphanState.Adopted(Some.ORDER, LATER));
  }

  @Test
  void nothing_leads_out_of_its_end() {
    List<OrphanState> ends =
        List.of(
            new OrphanState.Closed(booked(ExitReason.LATE)),
            new OrphanState.Adopted(Some.ORDER, Some.NOW));
    List<OrphanFact> facts =
        List.of(
            found(ORDER, FILL),
            new OrphanFact.CloseAsked(ExitReason.PANIC),
            new OrphanFact.Gone(booked(ExitReason.OUTSIDE)),
            new OrphanFact.Claimed(Some.ORDER));
    for (OrphanState end : ends) {
      Orphan ended = orphan(NOBODY, end);
      assertThat(facts).allSatisfy(fact -> assertThat(after(ended, fact)).isSameAs(ended));
    }
    assertThat(facts).hasSize(OrphanFact.class.getPermittedSubclasses().length);
  }

  @Test
  void it_is_the_position_with_its_ticket() {
    assertThat(orphan(NOBODY, LEFT).is(Some.position())).isTrue();
    Fill other = new Fill(new Ticket(1), FILL.price(), FILL.lots(), FILL.stopLoss(), FILL.at());
    Orphan elsewhere = OrphanRules.after(orphan(NOBODY, LEFT), found(NOBODY, other), RISK, LATER);
    assertThat(elsewhere.is(Some.position())).isFalse();
  }

  private static Exit gone(OrphanState state, Exit exit) {
    Orphan closed = after(orphan(ORDER, state), new OrphanFact.Gone(exit));
    return ((OrphanState.Closed) closed.state()).exit();
  }

  private static Orphan after(Orphan orphan, OrphanFact fact) {
    return OrphanRules.after(orphan, fact, RISK, LATER);
  }

  private static OrphanFact found(OrphanSource source, Fill fill) {
    return new OrphanFact.Found(source, Some.EURUSD, Some.terms().direction(), fill);
  }

  private static Orphan orphan(OrphanSource source, OrphanState state) {
    return new Orphan(
        Orphan.idOf(Some.ACCOUNT, FILL.ticket()),
        Some.USER,
        Some.ACCOUNT,
        source,
        Some.EURUSD,
        Some.terms().direction(),
        FILL,
        RISK,
        state,
        Some.NOW);
  }

  private static Exit booked(ExitReason reason) {
    return new Exit.Booked(Price.of("1.1"), Some.usd("-5"), reason, Some.NOW);
  }

  private static Exit unbooked(ExitReason reason) {
    return new Exit.Unbooked(Level.absent(), reason, Some.NOW);
  }
}
