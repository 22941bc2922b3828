package io.bitten.core.contract;

import static io.bitten.core.billing.SomeBills.SUB;
import static io.bitten.core.billing.SomeBills.bill;
import static io.bitten.core.billing.SomeBills.failed;
import static io.bitten.core.billing.SomeBills.holds;
import static io.bitten.core.billing.SomeBills.stands;
import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.SomeRules;
import io.bitten.core.Versioned;
import io.bitten.core.Written;
import io.bitten.core.account.UserId;
import io.bitten.core.billing.Bill;
import io.bitten.core.billing.BillId;
import io.bitten.core.billing.BillStatus;
import io.bitten.core.billing.BillingDesk;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is known of subscriptions. */
public abstract class BillsContract extends PortContract {
  private static final Bill RUNS = bill(holds(0), stands(1, BillStatus.ACTIVE));

  @Test
  void a_bill_is_created_once_and_changed_by_version() {
    Bill due = bill(holds(0), failed(1), stands(2, BillStatus.PAST_DUE));

    assertThat(world.bills().find(SUB)).isEmpty();
    assertThat(world.bills().save(Versioned.fresh(RUNS))).isEqualTo(Written.STORED);
    assertThat(world.bills().save(Versioned.fresh(due))).isEqualTo(Written.STALE);
    assertThat(world.bills().find(SUB)).contains(new Versioned<>(RUNS, 1));

    assertThat(world.bills().save(new Versioned<>(due, 1))).isEqualTo(Written.STORED);
    assertThat(world.bills().save(new Versioned<>(RUNS, 1))).isEqualTo(Written.STALE);
    assertThat(world.bills().find(SUB)).contains(new Versioned<>(due, 2));
  }

  @Test
  void of_many_who_create_one_bill_at_once_one_wins() {
    List<Written> answers = atOnce(32, () -> world.bills().save(Versioned.fresh(RUNS)));

    assertThat(Collections.frequency(answers, Written.STORED)).isEqualTo(1);
  }

  @Test
  void a_person_s_bills_are_those_listed_and_stored_as_they_are_now() {
    Bill blank = Bill.blank(new BillId("sub_0"));
    world.bills().list(Some.USER, SUB);
    world.bills().list(Some.USER, blank.id());
    world.bills().list(Some.USER, SUB);
    assertThat(world.bills().of(Some.USER, 10)).isEmpty();

    world.bills().save(Versioned.fresh(Bill.blank(SUB)));
    world.bills().save(new Versioned<>(RUNS, 1));
    world.bills().save(Versioned.fresh(blank));
    assertThat(world.bills().of(Some.USER, 10)).containsExactly(blank, RUNS);
    assertThat(world.bills().of(Some.USER, 1)).hasSize(1);
    assertThat(world.bills().of(UserId.ofTelegram(1), 10)).isEmpty();
  }

  @Test
  void what_many_events_say_at_once_all_counts() {
    world.traders().save(Versioned.fresh(Some.trader()));
    List<Integer> seconds = List.of(1, 2, 3, 4);

    seconds.parallelStream()
        .forEach(second -> new BillingDesk(world, SomeRules.rulebook()).take(failed(second)));

    assertThat(world.bills().find(SUB).map(Versioned::value))
        .contains(bill(failed(1), failed(2), failed(3), failed(4)));
  }
}
