package io.bitten.core.billing;

import static io.bitten.core.billing.SomeBills.PERIOD_END;
import static io.bitten.core.billing.SomeBills.bill;
import static io.bitten.core.billing.SomeBills.failed;
import static io.bitten.core.billing.SomeBills.holds;
import static io.bitten.core.billing.SomeBills.paid;
import static io.bitten.core.billing.SomeBills.stands;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.core.Some;
import io.bitten.core.account.Subscription;
import io.bitten.core.account.Tier;
import io.bitten.core.account.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class BillingRulesTest {
  private static final int SEEDS = 5_000;
  private static final BillingTerms TERMS =
      new BillingTerms(Duration.ofDays(7), Duration.ofDays(3));
  private static final Subscription NOTHING = new Subscription.Ended(Tier.PRESS_PASS);
  private static final Subscription FANG =
      new Subscription.Active(Tier.FANG, PERIOD_END.plus(BillingRules.RENEWAL));

  @Test
  void any_order_and_any_repeat_of_the_same_facts_gives_the_same_bill() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      List<BillFact> facts = distinctEvents(SomeBills.any(random));
      List<BillFact> told = new ArrayList<>(facts);
      told.addAll(facts.subList(0, random.nextInt(facts.size() + 1)));
      Collections.shuffle(told, random);

      assertThat(bill(told)).as("seed %d", seed).isEqualTo(bill(facts));
    }
  }

  /** What Stripe says of one thing in one event it never says otherwise. */
  private static List<BillFact> distinctEvents(List<BillFact> facts) {
    List<BillFact> distinct = new ArrayList<>();
    for (BillFact fact : facts) {
      boolean known =
          distinct.stream()
              .anyMatch(
                  one ->
                      one.getClass() == fact.getClass()
                          && one.said().event().equals(fact.said().event()));
      if (!known) {
        distinct.add(fact);
      }
    }
    return distinct;
  }

  @ParameterizedTest
  @EnumSource(
      value = BillStatus.class,
      names = {"TRIALING", "ACTIVE"})
  void what_is_paid_or_tried_runs_to_the_period_s_end_and_an_hour(BillStatus status) {
    assertThat(given(bill(holds(0), stands(1, status)))).contains(FANG);
  }

  @ParameterizedTest
  @EnumSource(
      value = BillStatus.class,
      names = {"UNPAID", "PAUSED", "CANCELED", "INCOMPLETE_EXPIRED"})
  void what_is_over_leaves_a_free_account(BillStatus status) {
    assertThat(given(bill(holds(0), stands(1, status)))).contains(NOTHING);
  }

  @Test
  void what_has_not_begun_says_nothing() {
    assertThat(given(bill(holds(0), stands(1, BillStatus.INCOMPLETE)))).isEmpty();
    assertThat(given(bill(holds(0), paid(1)))).isEmpty();
  }

  @Test
  void grace_is_three_days_from_the_first_payment_that_failed_since_one_was_paid() {
    Bill due =
        bill(
            holds(0), failed(5), paid(10), failed(20), failed(90), stands(91, BillStatus.PAST_DUE));

    assertThat(given(due))
        .contains(
            new Subscription.Grace(Tier.FANG, Some.NOW.plusSeconds(20).plus(Duration.ofDays(3))));
  }

  @Test
  void until_the_failed_payment_is_heard_of_grace_counts_from_what_was_said() {
    assertThat(given(bill(holds(0), stands(91, BillStatus.PAST_DUE))))
        .contains(
            new Subscription.Grace(Tier.FANG, Some.NOW.plusSeconds(91).plus(Duration.ofDays(3))));
  }

  @Test
  void the_pass_and_the_grace_are_as_long_as_the_operator_set() {
    BillingTerms terms = new BillingTerms(Duration.ofDays(2), Duration.ofHours(5));
    Bill due = bill(holds(0), failed(1), stands(1, BillStatus.PAST_DUE));

    assertThat(standing(BillingRules.pass(Some.USER, Some.NOW, terms), terms))
        .contains(new Subscription.Active(Tier.PRESS_PASS, Some.NOW.plus(terms.pressPass())));
    assertThat(standing(due, terms))
        .contains(new Subscription.Grace(Tier.FANG, Some.NOW.plusSeconds(1).plus(terms.grace())));
  }

  @Test
  void in_one_second_the_later_in_a_subscription_s_life_counts() {
    assertThat(given(bill(holds(0), stands(5, BillStatus.ACTIVE), stands(5, BillStatus.PAST_DUE))))
        .containsInstanceOf(Subscription.Grace.class);
    assertThat(given(bill(holds(0), stands(5, BillStatus.CANCELED), stands(5, BillStatus.ACTIVE))))
        .contains(NOTHING);
  }

  @Test
  void what_is_over_does_not_run_again_and_what_runs_does_not_begin_again() {
    assertThat(given(bill(holds(0), stands(5, BillStatus.CANCELED), stands(9, BillStatus.ACTIVE))))
        .contains(NOTHING);
    assertThat(
            given(bill(holds(0), stands(5, BillStatus.ACTIVE), stands(9, BillStatus.INCOMPLETE))))
        .contains(FANG);
  }

  @Test
  void of_several_bills_the_best_that_runs_counts() {
    Bill fang = bill(holds(0), stands(1, BillStatus.ACTIVE));
    Bill apexDue = bill(holds(0), failed(1), stands(1, BillStatus.PAST_DUE, Tier.APEX));
    Bill over = bill(holds(0), stands(1, BillStatus.CANCELED, Tier.COMMANDER));
    List<Bill> all = List.of(over, fang, apexDue);

    assertThat(best(all, Some.NOW))
        .hasValueSatisfying(it -> assertThat(it.tier()).isEqualTo(Tier.APEX));
    assertThat(best(all, Some.NOW.plus(TERMS.grace()).plusSeconds(2))).contains(FANG);
    assertThat(best(List.of(over), Some.NOW)).contains(NOTHING);
    assertThat(best(List.of(over, BillingRules.pass(Some.USER, Some.NOW, TERMS)), Some.NOW))
        .contains(new Subscription.Active(Tier.PRESS_PASS, Some.NOW.plus(TERMS.pressPass())));
  }

  @Test
  void a_subscription_is_whose_it_was_said_to_be_first() {
    UserId second = UserId.ofTelegram(1);
    Bill bill =
        bill(
            new BillFact.Holds(SomeBills.SUB, second, SomeBills.said(9, "evt_9")),
            holds(3),
            stands(1, BillStatus.ACTIVE));

    assertThat(given(bill)).contains(FANG);
    assertThat(
            BillingRules.best(List.of(bill), second, Some.NOW, TERMS)
                .map(Entitlement::subscription))
        .contains(NOTHING);
  }

  @Test
  void nobody_fails_to_pay_without_end() {
    assertThatThrownBy(
            () -> {
              Bill bill = bill(holds(0));
              for (int second = 1; second < 1_000; second++) {
                bill = BillingRules.after(bill, failed(second));
              }
            })
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("200");
  }

  private static Optional<Subscription> given(Bill bill) {
    return best(List.of(bill), Some.NOW);
  }

  private static Optional<Subscription> best(List<Bill> bills, Instant now) {
    return BillingRules.best(bills, Some.USER, now, TERMS).map(Entitlement::subscription);
  }

  private static Optional<Subscription> standing(Bill bill, BillingTerms terms) {
    return BillingRules.best(List.of(bill), Some.USER, Some.NOW, terms)
        .map(Entitlement::subscription);
  }
}
