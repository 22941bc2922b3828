package io.bitten.core.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.core.Some;
import io.bitten.core.SomeRules;
import io.bitten.core.Versioned;
import io.bitten.core.account.Subscription;
import io.bitten.core.account.Tier;
import io.bitten.core.billing.Bill;
import io.bitten.core.billing.BillFact;
import io.bitten.core.billing.BillId;
import io.bitten.core.billing.BillStatus;
import io.bitten.core.billing.BillingDesk;
import io.bitten.core.billing.SomeBills;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the chat makes of what somebody has paid for. */
class PaidPersonTest {
  private final Conversation anna = new Conversation(7001, "Anna");
  private final BillingDesk billing = new BillingDesk(anna.memory.world(), SomeRules.rulebook());

  @Test
  void who_paid_before_the_first_hello_has_it_with_the_terms_accepted() {
    billing.take(SomeBills.holds(0));
    billing.take(SomeBills.stands(1, BillStatus.ACTIVE));
    anna.say("/start");

    assertThat(anna.tap("I accept the terms and the risk")).contains("Your <b>FANG</b> runs until");
  }

  @Test
  void what_never_ends_names_no_day() {
    billing.take(SomeBills.holds(0));
    billing.take(
        new BillFact.Stands(
            SomeBills.SUB,
            BillStatus.ACTIVE,
            Tier.FANG,
            Subscription.NO_END,
            SomeBills.said(1, "evt_1")));
    anna.say("/start");

    assertThat(anna.tap("I accept the terms and the risk"))
        .contains("Your <b>FANG</b> does not end here.")
        .doesNotContain("9000");
    assertThat(anna.say("/me")).contains("<b>FANG</b>, which does not end here\n");
  }

  @Test
  void where_one_subscription_has_run_out_unheard_the_other_counts_with_the_next_word() {
    billing.take(SomeBills.holds(0));
    billing.take(
        new BillFact.Stands(
            SomeBills.SUB,
            BillStatus.ACTIVE,
            Tier.FANG,
            Some.NOW.plusSeconds(86_400),
            SomeBills.said(1, "evt_1")));
    anna.say("/start");
    anna.tap("I accept the terms and the risk");
    assertThat(anna.say("/me")).contains("FANG");

    anna.passes(Duration.ofDays(2));
    assertThat(anna.say("/me")).contains("PRESS PASS").doesNotContain("FANG");
  }

  @Test
  void whose_bills_cannot_be_told_any_more_still_gets_out() {
    anna.ready();
    for (int bill = 0; bill <= 100; bill++) {
      anna.memory.bills().list(Some.USER, claimed(bill));
    }
    anna.time.advance(Duration.ofDays(8));

    assertThat(anna.say("/panic")).contains("Panic: everything of yours is stopped");
    assertThatThrownBy(() -> anna.say("/me")).hasMessageContaining("bills");
  }

  private BillId claimed(int number) {
    BillId id = new BillId("sub_" + number);
    anna.memory.bills().save(Versioned.fresh(Bill.blank(id)));
    return id;
  }
}
